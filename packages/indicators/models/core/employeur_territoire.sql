-- Établissements employeurs actifs des territoires intérieurs, du plus grand au plus petit. Une ligne par niveau × code_territoire × siret ; sans bornes, la tranche est inconnue.
select
    appartenance.niveau,
    appartenance.code_territoire,
    etablissement.siret,
    etablissement.effectif_min,
    etablissement.effectif_max,
    etablissement.effectif_centre,
    etablissement.effectif_min is not null as est_tranche_connue,
    etablissement.effectif_min is not null and etablissement.effectif_max is null as est_tranche_ouverte,
    etablissement.est_siege_exterieur,
    row_number() over (
        partition by appartenance.niveau, appartenance.code_territoire
        order by etablissement.effectif_min desc nulls last, etablissement.siret
    )::integer as rang,
from core.etablissement as etablissement
inner join core.appartenance as appartenance using (code_commune)
semi join core.territoire_interieur as interieur
    on interieur.niveau = appartenance.niveau
    and interieur.code_territoire = appartenance.code_territoire
where etablissement.est_employeur
