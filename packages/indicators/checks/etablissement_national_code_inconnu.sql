-- Un établissement actif est dans une commune du découpage de référence, une collectivité d'outre-mer ou à l'étranger.
-- severity: warning
select
    sirene.code_commune,
    sum(sirene.lignes)::bigint as lignes,
from staging.sirene_etablissement__national as sirene
anti join core.passage_commune as passage
    on passage.code_source = sirene.code_commune
where not regexp_matches(sirene.code_commune, '^(97[5-8]|98|99)')
group by all
