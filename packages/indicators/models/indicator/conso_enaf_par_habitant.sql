-- Consommation d'espaces NAF rapportée à la population de la fin de la période, ou à la dernière connue avant elle, en m². Une ligne par territoire et période de plusieurs années.
with
annee as (
    select
        periode.debut,
        periode.fin,
        max(population.annee) as annee_population,
    from core.periode_enaf as periode
    inner join (select distinct annee from core.population_annuelle) as population
        on population.annee <= periode.fin
    where periode.est_fenetre
    group by all
),

-- Les mêmes communes en haut et en bas : celles du fichier de consommation.
commune as (
    select distinct code_commune
    from core.conso_enaf
),

habitants as (
    select
        annee.debut,
        annee.fin,
        annee.annee_population,
        appartenance.niveau,
        appartenance.code_territoire,
        sum(population.population) as population,
    from annee
    inner join core.population_annuelle as population
        on population.annee = annee.annee_population
    inner join commune using (code_commune)
    inner join core.appartenance as appartenance using (code_commune)
    group by all
)

select
    conso.niveau,
    conso.code_territoire,
    make_date(conso.debut, 1, 1) as periode_debut,
    make_date(conso.fin, 1, 1) as periode_fin,
    conso.surface_m2 as numerateur,
    habitants.population as denominateur,
    case
        when habitants.population = 0 then 'non_applicable'
        when habitants.population is null then 'non_disponible'
        when conso.statut = 'minimum' then 'estime'
        else conso.statut
    end as statut,
    case
        when habitants.population = 0 then 'Aucun habitant au 1er janvier ' || habitants.annee_population || '.'
        when habitants.population is null
        then coalesce(conso.motif, 'Aucune population connue à la fin de la période ni avant elle.')
        when habitants.annee_population < conso.fin
        then concat_ws(' ', conso.motif, 'Population au 1er janvier ' || habitants.annee_population || ', la dernière connue.')
        else conso.motif
    end as motif,
from core.conso_enaf_territoire as conso
left join habitants
    on habitants.niveau = conso.niveau
    and habitants.code_territoire = conso.code_territoire
    and habitants.debut = conso.debut
    and habitants.fin = conso.fin
where conso.destination = 'total'
    and conso.est_fenetre
