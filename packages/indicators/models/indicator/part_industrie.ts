import {defineIndicator} from "@observatoire/catalog";

export const partIndustrie = defineIndicator({
  id: "part_industrie",
  number: "2",
  title: "Part de l'industrie dans l'emploi salarié privé",
  shortTitle: "Part de l'industrie",
  unit: "pct",
  decimals: 1,
  definition:
    "Salariés du grand secteur « industrie » de l'Urssaf (NAF rév. 2, sections B à E : industrie manufacturière, extractive, énergie, eau et déchets), rapportés à l'ensemble des salariés privés hors intérim.",
  formula: "100 × E_industrie,i / E_i, hors intérim",
  reading:
    "Au {periode}, {valeur} des salariés du privé hors intérim travaillent dans l'industrie ({territoire}).",
  axis: "contexte",
  direction: "neutre",
  grain: "commune",
  aggregation: "ratio-of-sums",
  nomenclature: "grands secteurs de l'Urssaf",
  reference: null,
  sources: ["urssaf"],
  limits: [
    "Hors intérim : les intérimaires sont comptés dans la commune de leur agence, ce qui fausserait la structure par secteur.",
    "L'industrie comprend ici l'énergie, l'eau et les déchets : la seule industrie manufacturière (section C) est plus petite.",
    "Champ : employeurs privés du régime général. Ni l'agriculture (MSA), ni l'État et la plupart des employeurs publics, ni les particuliers employeurs, ni les indépendants.",
    "Ne se compare pas à une part tirée du recensement, qui compte aussi les non-salariés et le secteur public.",
    "Sur un petit territoire, l'ouverture ou la fermeture d'un seul établissement suffit à déplacer la valeur."
  ],
  minimumForComment: 500,
  disclosure: "tel-que-publie",
  promises: {annual: true}
});
