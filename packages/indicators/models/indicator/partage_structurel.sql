-- Partage structurel-local (shift-share) : effets national, structurel et local, dont la somme est la variation de l'emploi. Une ligne par territoire, période de référence, nomenclature (A17, A38, A88) et effet, hors intérim.
with
taux as (
    select
        secteur.niveau || ':' || secteur.code_territoire as reference,
        secteur.annee_debut,
        secteur.annee_fin,
        secteur.dimension,
        secteur.modalite,
        ensemble.effectif_fin / nullif(ensemble.effectif_debut, 0) - 1 as g,
        -- Sans emploi au départ dans la référence, il n'y en a pas non plus dans le territoire : le taux ne sert pas.
        coalesce(secteur.effectif_fin / nullif(secteur.effectif_debut, 0) - 1, 0) as g_k,
        ensemble.cellules_inconnues,
        ensemble.communes_absentes,
    from core.emploi_evolution as secteur
    inner join core.emploi_evolution as ensemble
        on ensemble.niveau = secteur.niveau
        and ensemble.code_territoire = secteur.code_territoire
        and ensemble.annee_debut = secteur.annee_debut
        and ensemble.annee_fin = secteur.annee_fin
        and ensemble.dimension = 'hors_interim'
    where secteur.dimension in ('a17', 'a38', 'a88')
),

effet as (
    select
        emploi.niveau,
        emploi.code_territoire,
        emploi.annee_debut,
        emploi.annee_fin,
        emploi.dimension,
        taux.reference,
        lien.est_meme_territoire,
        sum(emploi.effectif_debut) as effectif_debut,
        sum(emploi.effectif_debut * taux.g) as national,
        sum(emploi.effectif_debut * (taux.g_k - taux.g)) as structurel,
        -- Un secteur absent au départ (E_ik,t0 = 0) est tout entier dans l'effet local.
        sum(emploi.effectif_fin - emploi.effectif_debut * (1 + taux.g_k)) as local,
        sum(emploi.effectif_fin - emploi.effectif_debut) as total,
        sum(emploi.cellules_inconnues) + max(taux.cellules_inconnues) as cellules_inconnues,
        max(emploi.communes_absentes) + max(taux.communes_absentes) as communes_absentes,
    from core.emploi_evolution as emploi
    inner join core.territoire_reference as lien
        on lien.niveau = emploi.niveau
        and lien.code_territoire = emploi.code_territoire
        and lien.niveau_reference = 'france'
    inner join taux
        on taux.reference = lien.reference
        and taux.annee_debut = emploi.annee_debut
        and taux.annee_fin = emploi.annee_fin
        and taux.dimension = emploi.dimension
        and taux.modalite = emploi.modalite
    -- Un secteur dont une borne est inconnue sort des quatre sommes à la fois, et la valeur est dite estimée.
    where emploi.communes_absentes > 0
        or (emploi.effectif_debut is not null and emploi.effectif_fin is not null)
    group by all
)

select
    niveau,
    code_territoire,
    make_date(annee_debut, 12, 31) as periode_debut,
    make_date(annee_fin, 12, 31) as periode_fin,
    'effet_' || dimension as dimension,
    unnest(['national', 'structurel', 'local', 'total']) as modalite,
    reference,
    unnest(case when not est_meme_territoire then [national, structurel, local, total] else [null, null, null, null] end) as valeur,
    effectif_debut as denominateur,
    cellules_inconnues,
    communes_absentes,
    case when est_meme_territoire then 'Le territoire est lui-même la référence.' end as motif,
from effet
