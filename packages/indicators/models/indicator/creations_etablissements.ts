import {defineIndicator} from "@observatoire/catalog";

export const creationsEtablissements = defineIndicator({
  id: "creations_etablissements",
  number: null,
  title: "Créations d'établissements",
  shortTitle: "Créations",
  unit: "etablissements",
  decimals: 0,
  definition:
    "Établissements économiques créés du 1er janvier au 31 décembre, tous secteurs hors agriculture et toutes formes légales, micro-entrepreneurs compris (Insee, Side). Le détail est donné par secteur A10.",
  formula: "Σ créations des communes",
  reading: "{valeur} établissements ont été créés {periode} ({territoire}, {modalite}).",
  axis: "contexte",
  direction: "plus-haut-mieux",
  grain: "commune",
  aggregation: "sum",
  nomenclature: "NAF rév. 2, A10",
  reference: null,
  sources: ["side_creations"],
  limits: [
    "Les micro-entrepreneurs sont compris et font une grande part du nombre : une hausse des créations n'est pas une hausse de l'emploi. Le fichier ne donne pas l'ensemble sans eux.",
    "L'agriculture n'est pas dans le champ.",
    "Un transfert ou une reprise sans discontinuité n'est pas une création ; une réactivation peut en être une, selon les règles de l'Insee.",
    "Une combinaison absente du fichier est un zéro ; une commune absente de tout le fichier est inconnue.",
    "Ne se compare pas aux créations reconstituées depuis le répertoire Sirene, dont les règles sont autres."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {annual: true}
});
