-- Un nombre de ventes tenu secret ne se déduit pas du total de son intercommunalité : deux communes au moins y sont secrètes.
-- severity: warning
with
commune as (
    select
        indicateur.indicateur,
        intercommunalite.code_territoire as code_epci,
        count(*) filter (indicateur.statut = 'secret') as secretes,
        min(indicateur.code_territoire) filter (indicateur.statut = 'secret') as code_commune,
        count(*) as communes,
    from mart.indicateur as indicateur
    inner join core.appartenance as intercommunalite
        on intercommunalite.code_commune = indicateur.code_territoire
        and intercommunalite.niveau = 'epci'
    where indicateur.indicateur in ('ventes_locaux_activite', 'ventes_terrains') and indicateur.niveau = 'commune'
    group by all
),

taille as (
    select
        code_territoire as code_epci,
        count(*) as communes,
    from core.appartenance
    where niveau = 'epci'
    group by all
)

select
    commune.indicateur,
    commune.code_epci,
    commune.code_commune,
from commune
inner join taille on taille.code_epci = commune.code_epci and taille.communes = commune.communes
where commune.secretes = 1
