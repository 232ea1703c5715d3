import {type FigureSpec, formatNumber, type Territoire} from "@observatoire/catalog";
import {etablissements, etablissementsActifs, nameSecteur} from "@observatoire/findings";
import type {Published} from "../published.ts";
import {repartitionBarres} from "./repartition-barres.ts";

const inSector = (code: string, libelle: string) => {
  const {le} = nameSecteur(code, libelle);
  return `sont dans ${le}`;
};

const sizes: Readonly<Record<string, string>> = {
  sans: "sont sans salarié ou d'effectif non renseigné",
  "1_9": `comptent de ${formatNumber(1)} à ${formatNumber(9)} salariés`,
  "10_49": "comptent de 10 à 49 salariés",
  "50_249": "comptent de 50 à 249 salariés",
  "250_plus": "comptent 250 salariés ou plus"
};

const ages: Readonly<Record<string, string>> = {
  moins_3: "ont été créés depuis moins de trois ans",
  "3_5": "ont été créés depuis trois à cinq ans",
  "6_10": "ont été créés depuis six à dix ans",
  plus_10: "ont été créés depuis plus de dix ans",
  inconnu: "ont une date de création inconnue"
};

/** Employers by A17 sector, the active ones beside. */
export function secteursFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return repartitionBarres(published, territoire, {
    id,
    indicateur: "etablissements_actifs_employeurs",
    dimension: "a17",
    mots: etablissements,
    subtitle: "Établissements employeurs de Sirene par secteur (A17)",
    header: "Secteur (A17)",
    predicat: inSector,
    beside: {indicateur: "etablissements_actifs", label: "Actifs, employeurs ou non"}
  });
}

/** Employers by size band. */
export function taillesFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return repartitionBarres(published, territoire, {
    id,
    indicateur: "etablissements_actifs_employeurs",
    dimension: "taille",
    mots: etablissements,
    subtitle: "Établissements employeurs de Sirene par taille",
    header: "Taille",
    predicat: (code, libelle) => sizes[code] ?? `relèvent de « ${libelle} »`,
    ordered: true
  });
}

/** Active establishments by age. */
export function agesFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return repartitionBarres(published, territoire, {
    id,
    indicateur: "etablissements_actifs",
    dimension: "age",
    mots: etablissementsActifs,
    subtitle: "Établissements actifs de Sirene selon l'ancienneté de leur création",
    header: "Âge",
    predicat: (code, libelle) => ages[code] ?? `relèvent de « ${libelle} »`,
    ordered: true
  });
}

/** Industrial employers by A38 sector. */
export function industrieFigure(published: Published, territoire: Territoire, id: string): FigureSpec {
  return repartitionBarres(published, territoire, {
    id,
    indicateur: "etablissements_industriels",
    dimension: "a38",
    mots: {
      singular: "établissement industriel employeur",
      plural: "établissements industriels employeurs",
      famille: "etablissements"
    },
    subtitle: "Établissements employeurs de l'industrie (NAF rév. 2, section C) par secteur (A38)",
    header: "Secteur (A38)",
    predicat: inSector
  });
}
