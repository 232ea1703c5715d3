-- Établissements employeurs et salariés au 31 décembre. Une ligne par code_commune × code_ape × annee, zéros compris.
select
    code_commune,
    code_ape,
    cast(unnest(range(premiere_annee(), derniere_annee() + 1)) as integer) as annee,
    unnest([*columns('^etablissements_\d{4}$')]) as etablissements,
    unnest([*columns('^effectif_\d{4}$')]) as effectif
from world.emploi_commune_ape_large
