-- Chaque commune des agrégats nationaux est dans le Code officiel géographique, ou à l'étranger.
-- severity: warning
select
    national.code_commune,
    sum(national.lignes) as etablissements
from staging.sirene_etablissement__national as national
anti join core.passage_commune as passage on passage.code_source = national.code_commune
-- Collectivités d'outre-mer : hors des communes suivies.
where national.code_commune is not null and left(national.code_commune, 3) not in ('975', '977', '978', '986', '987', '988')
group by national.code_commune
