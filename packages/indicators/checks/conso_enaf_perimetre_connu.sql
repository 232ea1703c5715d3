-- Chaque commune du périmètre a sa consommation d'espaces, dès que la source est là.
-- severity: warning
select appartenance.code_commune
from core.appartenance as appartenance
where appartenance.niveau = 'ti'
    and exists (from core.conso_enaf)
    and not exists (
        from core.conso_enaf as conso
        where conso.code_commune = appartenance.code_commune
    )
