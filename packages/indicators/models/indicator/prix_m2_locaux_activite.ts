import {defineIndicator} from "@observatoire/catalog";

export const prixM2LocauxActivite = defineIndicator({
  id: "prix_m2_locaux_activite",
  number: "40",
  title: "Prix médian des locaux d'activité, par m²",
  shortTitle: "Prix des locaux d'activité",
  unit: "eur_m2",
  decimals: 0,
  definition:
    "Prix au mètre carré bâti tel que la moitié des ventes de locaux d'activité se sont faites en dessous, sur cinq ans. Les bornes sont les premier et troisième quartiles. Ventes de la nature « Vente » portant sur un ou plusieurs locaux industriels, commerciaux ou assimilés et aucun logement, dans une seule commune, avec un prix et une surface bâtie connus. Chaque mutation compte une fois, quel que soit son nombre de lignes dans le fichier.",
  formula:
    "médiane de (prix de la mutation / somme des surfaces bâties de ses locaux, chacun compté une fois)",
  reading: "La moitié des locaux d'activité vendus {periode} l'ont été à moins de {valeur} ({territoire}).",
  axis: "foncier",
  direction: "neutre",
  grain: "commune",
  aggregation: "not-additive",
  nomenclature: null,
  reference: null,
  sources: ["dvf"],
  limits: [
    "Commerces, bureaux, ateliers et entrepôts ne sont pas distingués dans le fichier : la médiane mêle des biens très différents.",
    "La surface est celle que déclare le cadastre, hors dépendances ; un terrain vendu avec le local est dans le prix.",
    "Prix TVA comprise quand elle s'applique, hors frais de notaire ; frais d'agence compris seulement s'ils sont à la charge du vendeur.",
    "Sous 11 ventes, la médiane n'est pas publiée.",
    "Les prix hors de 20 à 20 000 €/m² sont écartés, comme invraisemblables.",
    "Fenêtre de cinq ans, arrêtée à la dernière vente du fichier ; la dernière année est incomplète, le temps que les actes soient enregistrés.",
    "DVF ne couvre ni le Bas-Rhin, ni le Haut-Rhin, ni la Moselle, ni Mayotte : leurs ventes sont inconnues, jamais nulles.",
    "Seules les ventes des départements du périmètre sont chargées : ni région ni France entière."
  ],
  minimumForComment: 11,
  disclosure: "gate"
});
