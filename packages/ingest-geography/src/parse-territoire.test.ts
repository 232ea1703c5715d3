import {readFileSync} from "node:fs";
import {join} from "node:path";
import {DataError} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {projectRoot} from "../test/build-geography.ts";
import {parseTerritoire} from "./parse-territoire.ts";

const path = "data/territoire.yaml";

function refusal(text: string): string {
  try {
    parseTerritoire(text, path);
  } catch (error) {
    if (error instanceof DataError) return `${error.code} ${error.message}`;
  }
  return "accepté";
}

test("le fichier du dépôt se lit en entier", () => {
  const territoire = parseTerritoire(readFileSync(join(projectRoot, path), "utf8"), path);
  expect(territoire).toMatchObject({
    nom: "Nord Est 77 – Meaux",
    code: "nord-est-77-meaux",
    perimetre: {kind: "epci", epci: ["200033090", "200072130", "247700065"]},
    label: "2023-11-09",
    logo: null,
    adresse_du_site: null,
    deploiement: "demo"
  });
});

test("un nom et un périmètre suffisent à une démonstration ; les codes sans guillemets gardent leurs chiffres", () => {
  const territoire = parseTerritoire("nom: Forêt d'Œuilly\nperimetre:\n  communes: [01004, 2A004]\n", path);
  expect(territoire).toMatchObject({
    code: "foret-d-oeuilly",
    perimetre: {kind: "communes", communes: ["01004", "2A004"]},
    label: null,
    deploiement: "demo"
  });
});

test("un site public doit dire qui le publie", () => {
  expect(refusal('nom: A\nperimetre: {epci: ["200072130"]}\ndeploiement: public\n')).toBe(
    "TERRITOIRE data/territoire.yaml : attendu la clé « editeur », qui publie le site, trouvé un fichier sans elle ; ajouter une ligne qui commence par editeur:."
  );
});

const epci = 'perimetre:\n  epci: ["200072130"]\n';

test.each([
  [
    "nom: A\nperimetre:\n\tepci: []\n",
    "ligne 3 : attendu du YAML bien formé, trouvé une tabulation dans le retrait"
  ],
  ["", "data/territoire.yaml : attendu la clé « nom », le nom du territoire, trouvé un fichier vide"],
  ["- a\n- b\n", "ligne 1 : attendu des lignes « clé: valeur », trouvé une liste"],
  ["nom:\nperimetre: {}\n", "ligne 1 : attendu un texte pour « nom », trouvé rien"],
  ["nom: A\n", "data/territoire.yaml : attendu la clé « perimetre »"],
  [`nom: A\n${epci}perimètre: x\n`, "ligne 4 : attendu une clé parmi nom, code, perimetre"],
  [`nom: A\nnom: B\n${epci}`, "ligne 2 : attendu chaque clé une seule fois, trouvé deux fois « nom »"],
  ["nom: A\nperimetre:\n", "ligne 2 : attendu une seule façon de donner le périmètre, trouvé aucune"],
  [
    `nom: A\n${epci}  communes: ["77284"]\n`,
    "ligne 4 : attendu une seule façon de donner le périmètre, trouvé « epci », « communes »"
  ],
  [
    "nom: A\nperimetre:\n  siren: 1\n",
    "ligne 3 : attendu epci, id_ti ou communes sous « perimetre », trouvé « siren »"
  ],
  [
    'nom: A\nperimetre:\n  epci: "200072130"\n',
    "ligne 3 : attendu une liste de codes pour « epci », trouvé « 200072130 »"
  ],
  [
    "nom: A\nperimetre:\n  epci: []\n",
    "ligne 3 : attendu une liste de codes pour « epci », trouvé une liste vide"
  ],
  [
    "nom: A\nperimetre:\n  epci:\n    - 200072130\n    - 20007213\n",
    "ligne 5 : attendu un numéro SIREN d'intercommunalité, neuf chiffres, trouvé « 20007213 »"
  ],
  [
    "nom: A\nperimetre:\n  epci:\n    - 200072130\n    - 200072130\n",
    "ligne 5 : attendu chaque code une seule fois, trouvé « 200072130 »"
  ],
  ["nom: A\nperimetre:\n  communes: [7728]\n", "ligne 3 : attendu un code Insee de commune"],
  ["nom: A\nperimetre:\n  id_ti: []\n", "ligne 3 : attendu l'identifiant du Territoire d'industrie"],
  [
    `nom: A\n${epci}label: 9 novembre 2023\n`,
    "ligne 4 : attendu une date qui existe, année-mois-jour comme 2023-11-09, trouvé « 9 novembre 2023 »"
  ],
  [`nom: A\n${epci}label: 2023-02-30\n`, "ligne 4 : attendu une date qui existe"],
  [`nom: A\n${epci}code: Nord Est\n`, "ligne 4 : attendu un code en minuscules sans accent"],
  [`nom: A\n${epci}axes: [innovation, emploi]\n`, "ligne 4 : attendu un axe parmi contexte, innovation"],
  [`nom: A\n${epci}adresse_du_site: observatoire.fr\n`, "ligne 4 : attendu une adresse complète"],
  [`nom: A\n${epci}deploiement: prod\n`, "ligne 4 : attendu demo, public, comite, trouvé « prod »"]
])("refus n° %#", (text, sentence) => {
  expect(refusal(text)).toContain(sentence);
  expect(refusal(text)).toMatch(/^TERRITOIRE .* : attendu .*, trouvé .* ; .*\.$/);
});
