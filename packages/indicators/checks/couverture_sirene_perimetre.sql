-- Toutes les communes du Territoire d'industrie sont dans Sirene.
-- severity: warning
select
    couverture.communes,
    couverture.communes_presentes,
from core.couverture_sirene as couverture
cross join core.image_sirene
where couverture.niveau = 'ti' and couverture.communes_presentes < couverture.communes
