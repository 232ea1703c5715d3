-- Ventes des départements du périmètre, sans adresse, coordonnées, parcelle ni lot en clair. Une ligne par ligne du fichier : n locaux × p natures de sol par disposition, à ne jamais sommer.
with
departement as (
    select distinct if(code_commune like '97%', left(code_commune, 3), left(code_commune, 2)) as code_departement,
    from staging.perimetre__commune
),

ligne as (
    select
        brute.* replace (
            regexp_replace(trim(brute.code_departement), '^(\d)$', '0\1') as code_departement,
            repeat('0', greatest(5 - length(trim(brute.code_commune)), 0)) || trim(brute.code_commune) as code_commune
        ),
        year(brute.date_mutation)::integer as annee,
    from raw.dvf__mutation as brute
)

select
    -- L'identifiant publié n'est pas durable : la clé ne vaut que dans cette édition.
    hash(concat_ws('|', ligne.annee, ligne.id_mutation, if(qualite.est_cle_fragile, ligne.code_commune, null))) as mutation,
    qualite.est_cle_fragile,
    ligne.date_mutation,
    ligne.numero_disposition::integer as numero_disposition,
    trim(ligne.nature_mutation) as nature_mutation,
    ligne.valeur_fonciere,
    ligne.code_commune,
    ligne.code_departement,
    hash(ligne.id_parcelle) as parcelle,
    if(ligne.lot1_numero is null, null, hash(concat_ws('|', ligne.id_parcelle, ligne.lot1_numero))) as lot,
    -- « Local industriel. commercial ou assimilé » s'écrit avec un point : le code fait foi, le libellé le contrôle.
    regexp_replace(ligne.code_type_local, '\.0+$', '') as code_type_local,
    ligne.type_local,
    ligne.surface_reelle_bati,
    ligne.nombre_pieces_principales::integer as nombre_pieces_principales,
    ligne.code_nature_culture,
    ligne.code_nature_culture_speciale,
    ligne.surface_terrain,
from ligne
semi join departement on departement.code_departement = ligne.code_departement
inner join staging.dvf__qualite as qualite on qualite.annee is not distinct from ligne.annee
