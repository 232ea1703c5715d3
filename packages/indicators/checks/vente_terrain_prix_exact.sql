-- Une vente de terrain à bâtir a un prix, une surface, et leur quotient.
-- severity: error
select
    mutation,
    valeur,
    surface_m2,
    prix_m2,
from core.vente_terrain
where not coalesce(valeur > 0 and surface_m2 > 0 and abs(prix_m2 * surface_m2 - valeur) < 0.01 * valeur, false)
