-- Chaque tranche d'effectif et chaque division de Sirene est dans sa nomenclature.
-- severity: warning
select
    sirene.tranche_effectifs,
    sirene.division,
    sum(sirene.lignes)::bigint as lignes,
from staging.sirene_etablissement__national as sirene
left join core.tranche_effectif as tranche using (tranche_effectifs)
left join reference.naf_division as naf using (division)
where (sirene.tranche_effectifs is not null and tranche.tranche_effectifs is null)
    or naf.division is null
group by all
