-- Consommation d'espaces NAF des territoires affichés, en m², et ce qu'on en sait. Une ligne par territoire, période et destination.
with
annuel as (
    select
        appartenance.niveau,
        appartenance.code_territoire,
        conso.annee,
        conso.destination,
        sum(conso.surface_m2) as surface_m2,
        count(conso.surface_m2) as communes_connues,
    from core.conso_enaf as conso
    inner join core.appartenance as appartenance using (code_commune)
    group by all
),

somme as (
    select
        annuel.niveau,
        annuel.code_territoire,
        periode.debut,
        periode.fin,
        annuel.destination,
        sum(annuel.surface_m2) as surface_m2,
        min(annuel.communes_connues) as communes_connues,
    from annuel
    inner join core.periode_enaf as periode
        on annuel.annee >= periode.debut
        and annuel.annee < periode.fin
    group by all
),

destination as (
    select distinct destination
    from core.conso_enaf
),

complet as (
    select
        territoire.niveau,
        territoire.code_territoire,
        periode.debut,
        periode.fin,
        periode.est_fenetre,
        periode.est_provisoire,
        destination.destination,
        somme.surface_m2,
        territoire.communes,
        (territoire.communes - coalesce(somme.communes_connues, 0))::integer as communes_absentes,
    from core.territoire as territoire
    cross join core.periode_enaf as periode
    cross join destination
    left join somme
        on somme.niveau = territoire.niveau
        and somme.code_territoire = territoire.code_territoire
        and somme.debut = periode.debut
        and somme.fin = periode.fin
        and somme.destination = destination.destination
)

select
    * replace (case when 2 * communes_absentes <= communes then surface_m2 end as surface_m2),
    case
        when 2 * communes_absentes > communes then 'non_disponible'
        when communes_absentes > 0 then 'minimum'
        when est_provisoire then 'provisoire'
    end as statut,
    case
        when communes_absentes > 0
        then replace(
            format('{:,}' || if(communes_absentes > 1, ' communes', ' commune') || ' sur {:,} sans donnée.', communes_absentes, communes),
            ',',
            chr(8239)
        )
        when est_provisoire
        then 'La dernière année, ' || (fin - 1) || ', est provisoire et sous-estimée.'
    end as motif,
from complet
