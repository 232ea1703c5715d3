-- Chaque division des agrégats nationaux est dans la NAF rév. 2.
-- severity: warning
select
    national.division,
    sum(national.lignes) as etablissements
from staging.sirene_etablissement__national as national
anti join reference.naf_division as naf on naf.division = national.division
where national.division is not null
group by national.division
