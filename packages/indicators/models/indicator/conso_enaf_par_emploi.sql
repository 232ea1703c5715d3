-- Espaces NAF consommés pour l'activité par emploi supplémentaire au lieu de travail, entre les recensements qu'une période de consommation contient, en m². Une ligne par territoire et période.
with
bornes as (
    select
        min(recensement.annee) as debut,
        max(recensement.annee) as fin,
    from core.periode_enaf as periode
    inner join (select distinct annee from core.emploi_rp where emplois is not null) as recensement
        on recensement.annee between periode.debut and periode.fin
    where periode.est_fenetre
    group by
        periode.debut,
        periode.fin
    having min(recensement.annee) < max(recensement.annee)
),

periode as (
    select distinct
        debut,
        fin,
    from bornes
),

consommee as (
    select
        periode.debut,
        periode.fin,
        conso.code_commune,
        case when count(conso.surface_m2) = count(*) then sum(conso.surface_m2) end as surface_m2,
    from periode
    inner join core.conso_enaf as conso
        on conso.annee >= periode.debut
        and conso.annee < periode.fin
        and conso.destination = 'activite'
    group by all
),

-- Les mêmes communes en haut et en bas : celles dont tout est connu.
commune as (
    select
        consommee.debut,
        consommee.fin,
        consommee.code_commune,
        consommee.surface_m2,
        avant.emplois as emplois_debut,
        apres.emplois as emplois_fin,
    from consommee
    inner join core.emploi_rp as avant
        on avant.code_commune = consommee.code_commune
        and avant.annee = consommee.debut
    inner join core.emploi_rp as apres
        on apres.code_commune = consommee.code_commune
        and apres.annee = consommee.fin
    where consommee.surface_m2 is not null
        and avant.statut_emplois in ('connu', 'estime')
        and apres.statut_emplois in ('connu', 'estime')
),

somme as (
    select
        periode.debut,
        periode.fin,
        appartenance.niveau,
        appartenance.code_territoire,
        sum(commune.surface_m2) as surface_m2,
        sum(commune.emplois_fin) - sum(commune.emplois_debut) as emplois_nets,
        count(*)::integer as communes,
        (count(*) - count(commune.code_commune))::integer as communes_absentes,
    from periode
    cross join core.appartenance as appartenance
    left join commune
        on commune.code_commune = appartenance.code_commune
        and commune.debut = periode.debut
        and commune.fin = periode.fin
    group by all
)

select
    niveau,
    code_territoire,
    make_date(debut, 1, 1) as periode_debut,
    make_date(fin, 1, 1) as periode_fin,
    case when emplois_nets > 0 then surface_m2 / emplois_nets end as valeur,
    surface_m2 as numerateur,
    emplois_nets as denominateur,
    case
        when 2 * communes_absentes > communes then 'non_disponible'
        when emplois_nets <= 0 then 'non_applicable'
        else 'estime'
    end as statut,
    case
        when 2 * communes_absentes > communes then absence
        when emplois_nets <= 0
        then 'L''emploi au lieu de travail n''a pas augmenté entre les recensements de ' || debut || ' et ' || fin || '.'
        else concat_ws(
            ' ',
            'Recensements de ' || debut || ' et ' || fin || ', dont chacun lisse cinq années d''enquête : l''emploi et le foncier ne sont pas mesurés aux mêmes dates.',
            absence
        )
    end as motif,
from (
    select
        *,
        case
            when communes_absentes > 0
            then replace(
                format('{:,}' || if(communes_absentes > 1, ' communes', ' commune') || ' sur {:,} sans donnée.', communes_absentes, communes),
                ',',
                chr(8239)
            )
        end as absence,
    from somme
)
