-- Chaque commune du périmètre a ses emplois au lieu de travail, à chaque millésime.
-- severity: warning
with
millesime as (
    select distinct annee
    from staging.rp_emploi_lt__observation
),

connue as (
    select distinct
        perimetre.code_commune,
        observation.annee,
    from staging.rp_emploi_lt__observation as observation
    inner join staging.perimetre__code as perimetre
        on perimetre.code_source = observation.code_commune
    where observation.forme_emploi = '_T' and observation.valeur is not null
)

select
    perimetre.code_commune,
    millesime.annee,
from staging.perimetre__commune as perimetre
cross join millesime
anti join connue using (code_commune, annee)
