-- Vente de terrain à bâtir nu : aucun local, un sol entièrement de nature AB, cent mètres carrés au moins. Une ligne par mutation.
select
    mutation,
    date_mutation,
    code_commune,
    valeur,
    surface_m2,
    prix_m2,
    dispositions,
    est_prix_repete,
    est_cle_fragile,
from core.mutation_dvf
where famille = 'terrain_a_batir' and motif_exclusion is null
