-- Toutes les lignes de DVF, comptées avec leurs cellules vides. Une ligne par année × code_departement × nature_mutation × code_type_local.
-- Les colonnes typées de la table détaillée sont lues ici aussi : une cellule illisible écarte la ligne des deux côtés.
select
    year(date_mutation)::integer as annee,
    -- Le zéro de tête de « 1 », sans couper « 971 » comme le ferait lpad.
    regexp_replace(trim(code_departement), '^(\d)$', '0\1') as code_departement,
    nature_mutation,
    regexp_replace(code_type_local, '\.0+$', '') as code_type_local,
    count(*)::bigint as lignes,
    (count(*) filter (numero_disposition is null))::bigint as lignes_sans_disposition,
    (count(*) filter (valeur_fonciere is null))::bigint as lignes_sans_prix,
    (count(*) filter (surface_reelle_bati is null))::bigint as lignes_sans_surface_batie,
    (count(*) filter (nombre_pieces_principales is null))::bigint as lignes_sans_pieces,
    (count(*) filter (surface_terrain is null))::bigint as lignes_sans_terrain,
    min(date_mutation) as date_premiere,
    max(date_mutation) as date_derniere,
from raw.dvf__mutation
group by all
