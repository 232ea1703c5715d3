import {defineIndicator} from "@observatoire/catalog";

export const etablissementsActifs = defineIndicator({
  id: "etablissements_actifs",
  number: null,
  title: "Établissements actifs",
  shortTitle: "Établissements actifs",
  unit: "etablissements",
  decimals: 0,
  definition:
    "Établissements inscrits à Sirene et non fermés à la date de l'image, employeurs ou non, de tous les secteurs et de tous les statuts juridiques. Un établissement est un lieu ; une entreprise peut en avoir plusieurs.",
  formula: "Σ établissements des communes dont l'état administratif est « actif » (Sirene)",
  reading: "{territoire} compte {valeur} établissements actifs au {periode} ({modalite}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "sum",
  nomenclature: "NAF rév. 2, A17 et A38 ; tranches d'effectif de Sirene",
  reference: null,
  sources: ["sirene_etablissement", "sirene_succession"],
  limits: [
    "Quatre comptes d'établissements coexistent et diffèrent : actifs de Sirene, employeurs de Sirene, employeurs de l'Urssaf, actifs hors location immobilière et solaire.",
    "Actif veut dire inscrit : la plupart n'ont aucun salarié, beaucoup n'ont guère d'activité. Les sociétés civiles immobilières et les toitures solaires gonflent ce compte ; voir celui qui les écarte.",
    "Une fermeture est connue plus tard qu'une création : les derniers mois comptent des établissements qui n'ont déjà plus d'activité.",
    "L'âge est compté en années civiles depuis la date de création, qui est celle de l'inscription : un déménagement ou une reprise donne un établissement neuf. Une date inconnue ou absurde est comptée à part.",
    "L'effectif de Sirene vient des déclarations sociales, avec environ deux ans de retard, et par tranche ; « NN » ou l'absence de tranche veut dire inconnu ou non employeur, jamais zéro.",
    "Un établissement sans code d'activité de la NAF rév. 2 est dans l'ensemble et dans aucun secteur.",
    "Les unités en diffusion partielle sont comptées ; elles ne sont ni nommées ni situées.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {whole: true}
});
