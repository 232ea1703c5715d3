import type {FigureRow, FigureSpec} from "@observatoire/catalog";
import {base, texte} from "./fixture-base.ts";

const actions: readonly [string, string, string | null, string | null, string, number | null][] = [
  [
    "innovation",
    "Ouvrir un atelier partagé de prototypage à Meaux",
    "2025-01-01",
    "2025-12-31",
    "en retard",
    40
  ],
  ["innovation", "Réseau des bureaux d’études", "2025-01-01", "2026-12-31", "", 75],
  ["innovation", "Appel à projets robotique", null, "2027-06-30", "", null],
  [
    "transition",
    "Accompagner vingt entreprises de la plasturgie vers le recyclage de leurs chutes et la baisse de leurs consommations d’énergie",
    "2024-09-01",
    null,
    "bloquée",
    10
  ],
  ["transition", "Boucle d’eau industrielle de Claye-Souilly", "2024-03-15", "2025-09-30", "réalisée", 100],
  ["competences", "École de production de la fonderie", "2026-01-01", "2027-12-31", "", 0],
  ["competences", "Visites d’usines pour les collégiens", "2024-01-01", "2027-12-31", "", null],
  ["foncier", "Inventaire des friches", "2025-04-01", "2025-10-31", "abandonnée", 25],
  ["foncier", "Requalifier la zone d’activité de la Sucrerie", null, null, "", null]
];

export const gantt: FigureSpec = {
  ...base(
    {
      id: "programme-calendrier",
      title: "Une action est en retard et une est bloquée",
      subtitle: "Actions du programme, du début à la fin prévue, au 24 novembre 2026",
      simulated: true
    },
    [
      texte("titre", "Action"),
      texte("axe", "Axe"),
      {name: "debut", label: "Début", type: "date"},
      {name: "fin", label: "Fin prévue", type: "date"},
      texte("signe", "Situation"),
      {name: "part", label: "Avancement", type: "nombre", unit: "pct"}
    ],
    actions.map(([axe, titre, debut, fin, signe, part]) => ({axe, titre, debut, fin, signe, part}))
  ),
  kind: "gantt",
  label: "titre",
  start: "debut",
  end: "fin",
  axe: "axe",
  sign: "signe",
  done: "part",
  today: "2026-11-24"
};

const amounts: readonly [string, number | null, number | null, number | null][] = [
  ["Innovation", 1_200_000, 600_000, 300_000],
  ["Transition écologique", 2_450_000, 1_900_000, null],
  ["Compétences", 480_000, 0, 0],
  ["Foncier", null, null, null]
];

export const puces: FigureSpec = {
  ...base(
    {
      id: "programme-budget-axes",
      title: "Un quart du budget prévu de l’innovation est payé",
      subtitle: "Budget des actions par axe, en euros hors taxes, au 24 novembre 2026"
    },
    [
      texte("axe", "Axe"),
      {name: "prevu", label: "Prévu", type: "nombre", unit: "eur"},
      {name: "engage", label: "Engagé", type: "nombre", unit: "eur"},
      {name: "paye", label: "Payé", type: "nombre", unit: "eur"}
    ],
    amounts.map(([axe, prevu, engage, paye]) => ({axe, prevu, engage, paye}))
  ),
  kind: "puces",
  label: "axe",
  planned: "prevu",
  committed: "engage",
  paid: "paye"
};

const flows: readonly [string, string, number | null][] = [
  ["Région Île-de-France", "innovation", 600_000],
  ["Région Île-de-France", "competences", 200_000],
  ["État (fonds vert)", "transition", 900_000],
  ["Communauté d’agglomération du Pays de Meaux", "foncier", 400_000],
  ["Communauté d’agglomération du Pays de Meaux", "innovation", null],
  ["Entreprises", "innovation", 150_000],
  ["Entreprises", "transition", 350_000],
  ["Banque des Territoires", "foncier", 120_000],
  ["OPCO 2i", "competences", 45_000]
];

export const flux: FigureSpec = {
  ...base(
    {
      id: "programme-financements",
      title: "L’État et la Région apportent 1 700 000 € sur 2 765 000 €",
      subtitle: "Financements prévus, des financeurs aux axes, en euros hors taxes, au 24 novembre 2026"
    },
    [
      texte("financeur", "Financeur"),
      texte("axe", "Axe"),
      {name: "montant", label: "Montant prévu", type: "nombre", unit: "eur"}
    ],
    flows.map(([financeur, axe, montant]): FigureRow => ({financeur, axe, montant}))
  ),
  kind: "flux",
  from: "financeur",
  to: "axe",
  value: "montant",
  axe: "axe"
};
