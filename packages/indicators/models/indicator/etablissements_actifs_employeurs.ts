import {defineIndicator} from "@observatoire/catalog";

export const etablissementsActifsEmployeurs = defineIndicator({
  id: "etablissements_actifs_employeurs",
  number: null,
  title: "Établissements actifs employeurs (Sirene)",
  shortTitle: "Employeurs (Sirene)",
  unit: "etablissements",
  decimals: 0,
  definition:
    "Établissements actifs de Sirene dont le caractère employeur est « O » à la date de l'image, de tous les secteurs, publics compris.",
  formula: "Σ établissements actifs des communes dont caractereEmployeur = O (Sirene)",
  reading: "{territoire} compte {valeur} établissements employeurs dans Sirene au {periode} ({modalite}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "sum",
  nomenclature: "NAF rév. 2, A17 et A38 ; tranches d'effectif de Sirene",
  reference: null,
  sources: ["sirene_etablissement"],
  limits: [
    "Quatre comptes d'établissements coexistent et diffèrent : actifs de Sirene, employeurs de Sirene, employeurs de l'Urssaf, actifs hors location immobilière et solaire.",
    "Diffère des employeurs de l'Urssaf : Sirene compte aussi les employeurs publics et agricoles, garde le caractère employeur déclaré à l'inscription et le corrige tard ; l'Urssaf compte ceux qui ont un salarié au 31 décembre.",
    "Un caractère employeur qui n'est pas dit est lu comme non employeur.",
    "L'effectif de Sirene vient des déclarations sociales, avec environ deux ans de retard, et par tranche ; « NN » ou l'absence de tranche veut dire inconnu ou non employeur, jamais zéro.",
    "Un employeur récent n'a pas encore de tranche : il est dans « sans salarié ou effectif non renseigné ».",
    "Un établissement sans code d'activité de la NAF rév. 2 est dans l'ensemble et dans aucun secteur.",
    "Les unités en diffusion partielle sont comptées ; elles ne sont ni nommées ni situées.",
    "Nomenclature NAF rév. 2, remplacée par la NAF 2025 au 1er janvier 2027."
  ],
  minimumForComment: 0,
  disclosure: "tel-que-publie",
  promises: {whole: true}
});
