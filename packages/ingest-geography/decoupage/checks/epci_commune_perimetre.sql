-- Chaque commune du périmètre est membre d'une intercommunalité.
-- severity: warning
select perimetre.code_commune
from staging.perimetre__commune as perimetre
anti join staging.decoupage__epci_commune as membre using (code_commune)
