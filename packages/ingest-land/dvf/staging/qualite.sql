-- Fiabilité de id_mutation, mesurée sur le fichier entier : une édition qui la refait par date et par prix y mêle des ventes sans lien. Une ligne par année.
with
mutation as (
    select
        year(date_mutation)::integer as annee,
        id_mutation,
        min(regexp_replace(trim(code_departement), '^(\d)$', '0\1')) as premier_departement,
        max(regexp_replace(trim(code_departement), '^(\d)$', '0\1')) as dernier_departement,
        min(code_commune) <> max(code_commune) as est_sur_plusieurs_communes,
    from raw.dvf__mutation
    group by all
)

select
    annee,
    count(*)::integer as mutations,
    (count(*) filter (premier_departement <> dernier_departement))::integer as mutations_plusieurs_departements,
    (count(*) filter (est_sur_plusieurs_communes))::integer as mutations_plusieurs_communes,
    -- Un fichier d'un seul département ne peut rien dire de ce mélange.
    min(premier_departement) <> max(dernier_departement) as est_verifiable,
    -- Une vraie vente à cheval sur deux départements est très rare ; sous le défaut, plus d'un identifiant sur dix l'est.
    (count(*) filter (premier_departement <> dernier_departement)) > 0.005 * count(*) as est_cle_fragile,
from mutation
group by annee
