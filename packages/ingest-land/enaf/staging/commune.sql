-- Consommation d'espaces NAF en m² : une colonne par destination et par année, du 1er janvier au 1er janvier suivant. Une ligne par code_commune du fichier.
select
    repeat('0', greatest(5 - length(trim(code_commune)), 0)) || trim(code_commune) as code_commune,
    cumul_m2,
    part_consommee,
    surface_m2,
    -- Le fichier écrit les années sur deux chiffres.
    columns('^total_(?:20)?(\d{2})$') as 'total_20\1',
    columns('^habitat_(?:20)?(\d{2})$') as 'habitat_20\1',
    columns('^activite_(?:20)?(\d{2})$') as 'activite_20\1',
    columns('^mixte_(?:20)?(\d{2})$') as 'mixte_20\1',
    columns('^route_(?:20)?(\d{2})$') as 'route_20\1',
    columns('^ferroviaire_(?:20)?(\d{2})$') as 'ferroviaire_20\1',
    columns('^inconnu_(?:20)?(\d{2})$') as 'inconnu_20\1',
from raw.enaf__commune
