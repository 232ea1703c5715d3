import {defineIndicator} from "@observatoire/catalog";

export const etablissementsActifsHorsImmobilierSolaire = defineIndicator({
  id: "etablissements_actifs_hors_immobilier_solaire",
  number: null,
  title: "Établissements actifs hors location immobilière et solaire",
  shortTitle: "Actifs hors immobilier et solaire",
  unit: "etablissements",
  decimals: 0,
  definition:
    "Établissements actifs de Sirene à la date de l'image, sans la location de logements (68.20A), la location d'autres biens immobiliers (68.20B) ni la production d'électricité (35.11Z), faite surtout de toitures solaires.",
  formula: "Σ établissements actifs des communes, sauf APE 68.20A, 68.20B et 35.11Z (Sirene)",
  reading:
    "{territoire} compte {valeur} établissements actifs hors location immobilière et production d'électricité au {periode}.",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "sum",
  nomenclature: null,
  reference: null,
  sources: ["sirene_etablissement"],
  limits: [
    "Quatre comptes d'établissements coexistent et diffèrent : actifs de Sirene, employeurs de Sirene, employeurs de l'Urssaf, actifs hors location immobilière et solaire.",
    "Diffère des établissements actifs : les codes écartés sont surtout ceux de sociétés civiles immobilières et de particuliers producteurs, presque jamais employeurs.",
    "Les trois codes sont écartés en entier : une centrale électrique ou une foncière qui emploie des salariés l'est aussi.",
    "Une fermeture est connue plus tard qu'une création : les derniers mois comptent des établissements qui n'ont déjà plus d'activité.",
    "Les unités en diffusion partielle sont comptées ; elles ne sont ni nommées ni situées.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {whole: true}
});
