-- Vente d'un ou plusieurs locaux d'activité et de rien d'autre, dans une commune et dans la fenêtre. Une ligne par mutation.
-- Nature « Vente » seule : les ventes en l'état futur d'achèvement ne décrivent pas leur local.
select
    mutation,
    date_mutation,
    code_commune,
    valeur,
    surface_m2,
    prix_m2,
    locaux_activite as locaux,
    dispositions,
    est_prix_repete,
    est_cle_fragile,
from core.mutation_dvf
where famille = 'local_activite' and motif_exclusion is null
