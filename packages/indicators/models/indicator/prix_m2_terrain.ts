import {defineIndicator} from "@observatoire/catalog";

export const prixM2Terrain = defineIndicator({
  id: "prix_m2_terrain",
  number: "40",
  title: "Prix médian des terrains à bâtir, par m²",
  shortTitle: "Prix des terrains à bâtir",
  unit: "eur_m2",
  decimals: 0,
  definition:
    "Prix au mètre carré tel que la moitié des ventes de terrains à bâtir nus se sont faites en dessous, sur cinq ans. Les bornes sont les premier et troisième quartiles. Ventes de terrain nu de nature « terrains à bâtir » (AB), sans aucun local, de 100 m² ou plus, dans une seule commune, avec un prix connu. Chaque mutation compte une fois, quel que soit son nombre de lignes dans le fichier.",
  formula:
    "médiane de (prix de la mutation / somme des surfaces AB de ses parcelles, chacune comptée une fois)",
  reading: "La moitié des terrains à bâtir vendus {periode} l'ont été à moins de {valeur} ({territoire}).",
  axis: "foncier",
  direction: "neutre",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: null,
  reference: null,
  sources: ["dvf"],
  limits: [
    "La nature AB est une nature de sol du cadastre, et non un zonage d'urbanisme : elle ne distingue pas l'habitat de l'activité.",
    "Les terrains d'une autre nature (terres, prés, bois, sols) et les ventes qui les mêlent à des terrains à bâtir sont écartés.",
    "Prix TVA comprise quand elle s'applique, hors frais de notaire ; frais d'agence compris seulement s'ils sont à la charge du vendeur.",
    "Sous 11 ventes, la médiane n'est pas publiée.",
    "Les prix hors de 1 à 5 000 €/m² sont écartés, comme invraisemblables.",
    "Fenêtre de cinq ans, arrêtée à la dernière vente du fichier ; la dernière année est incomplète, le temps que les actes soient enregistrés.",
    "DVF ne couvre ni le Bas-Rhin, ni le Haut-Rhin, ni la Moselle, ni Mayotte : leurs ventes sont inconnues, jamais nulles.",
    "Seules les ventes des départements du périmètre sont chargées : ni région ni France entière."
  ],
  minimumForComment: 11,
  disclosure: "gate"
});
