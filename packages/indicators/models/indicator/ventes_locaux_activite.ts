import {defineIndicator} from "@observatoire/catalog";

export const ventesLocauxActivite = defineIndicator({
  id: "ventes_locaux_activite",
  number: null,
  title: "Ventes de locaux d'activité sur cinq ans",
  shortTitle: "Ventes de locaux d'activité",
  unit: "nombre",
  decimals: 0,
  definition:
    "Ventes de la nature « Vente » portant sur un ou plusieurs locaux industriels, commerciaux ou assimilés et aucun logement, dans une seule commune, avec un prix et une surface bâtie connus. Chaque mutation compte une fois, quel que soit son nombre de lignes dans le fichier.",
  formula: "nombre de mutations du champ dans la fenêtre",
  reading: "{valeur} ventes de locaux d'activité, {periode}, entrent dans le calcul du prix ({territoire}).",
  axis: "foncier",
  direction: "neutre",
  grain: "commune",
  aggregation: "sum",
  nomenclature: null,
  reference: null,
  sources: ["dvf"],
  limits: [
    "Commerces, bureaux, ateliers et entrepôts ne sont pas distingués dans le fichier : la médiane mêle des biens très différents.",
    "Les prix hors de 20 à 20 000 €/m² sont écartés, comme invraisemblables.",
    "Un nombre de 1 à 4 ventes n'est pas publié.",
    "Fenêtre de cinq ans, arrêtée à la dernière vente du fichier ; la dernière année est incomplète, le temps que les actes soient enregistrés.",
    "DVF ne couvre ni le Bas-Rhin, ni le Haut-Rhin, ni la Moselle, ni Mayotte : leurs ventes sont inconnues, jamais nulles.",
    "Seules les ventes des départements du périmètre sont chargées : ni région ni France entière."
  ],
  minimumForComment: 0,
  disclosure: "gate",
  promises: {whole: true}
});
