-- Tranches d'effectif salarié de Sirene : bornes, centre, taille. Une ligne par code ; sans bornes, l'effectif est inconnu ; sans maximum seul, la tranche est ouverte.
select
    code as tranche_effectifs,
    libelle,
    nullif("min", '')::integer as effectif_min,
    nullif("max", '')::integer as effectif_max,
    nullif(centre, '')::double as effectif_centre,
    taille,
from reference.tranche_effectif
