import {defineIndicator} from "@observatoire/catalog";

export const ventesTerrains = defineIndicator({
  id: "ventes_terrains",
  number: null,
  title: "Ventes de terrains à bâtir sur cinq ans",
  shortTitle: "Ventes de terrains à bâtir",
  unit: "nombre",
  decimals: 0,
  definition:
    "Ventes de terrain nu de nature « terrains à bâtir » (AB), sans aucun local, de 100 m² ou plus, dans une seule commune, avec un prix connu. Chaque mutation compte une fois, quel que soit son nombre de lignes dans le fichier.",
  formula: "nombre de mutations du champ dans la fenêtre",
  reading: "{valeur} ventes de terrains à bâtir, {periode}, entrent dans le calcul du prix ({territoire}).",
  axis: "foncier",
  direction: "neutre",
  grain: "commune",
  aggregation: "sum",
  nomenclature: null,
  reference: null,
  sources: ["dvf"],
  limits: [
    "La nature AB est une nature de sol du cadastre, et non un zonage d'urbanisme : elle ne distingue pas l'habitat de l'activité.",
    "Les terrains d'une autre nature (terres, prés, bois, sols) et les ventes qui les mêlent à des terrains à bâtir sont écartés.",
    "Les prix hors de 1 à 5 000 €/m² sont écartés, comme invraisemblables.",
    "Un nombre de 1 à 4 ventes n'est pas publié.",
    "Fenêtre de cinq ans, arrêtée à la dernière vente du fichier ; la dernière année est incomplète, le temps que les actes soient enregistrés.",
    "DVF ne couvre ni le Bas-Rhin, ni le Haut-Rhin, ni la Moselle, ni Mayotte : leurs ventes sont inconnues, jamais nulles.",
    "Seules les ventes des départements du périmètre sont chargées : ni région ni France entière."
  ],
  minimumForComment: 0,
  disclosure: "gate",
  promises: {whole: true}
});
