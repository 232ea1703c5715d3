-- Emploi salarié privé en base 100 la première année connue. Une ligne par territoire, année, dimension (ensemble, hors intérim, grand secteur) et modalité.
with
premiere as (
    select min(annee) as annee
    from core.emploi_territoire
)

select
    emploi.niveau,
    emploi.code_territoire,
    make_date(depart.annee, 12, 31) as periode_debut,
    make_date(emploi.annee, 12, 31) as periode_fin,
    emploi.dimension,
    emploi.modalite,
    100 * emploi.effectif / nullif(depart.effectif, 0) as valeur,
    emploi.effectif as numerateur,
    depart.effectif as denominateur,
    emploi.cellules_inconnues + depart.cellules_inconnues as cellules_inconnues,
    emploi.communes_absentes,
    case when depart.effectif = 0 then 'Aucun emploi au 31 décembre ' || depart.annee || ' : un indice ne se calcule pas.' end as motif,
from core.emploi_territoire as emploi
inner join core.emploi_territoire as depart
    on depart.niveau = emploi.niveau
    and depart.code_territoire = emploi.code_territoire
    and depart.dimension = emploi.dimension
    and depart.modalite = emploi.modalite
inner join premiere
    on premiere.annee = depart.annee
where emploi.dimension in ('total', 'hors_interim', 'grand_secteur')
