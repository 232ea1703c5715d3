import type {Niveau} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {makePublished} from "../../test/published-fixture.ts";
import type {Changements, ChangeRow, IndicatorChange} from "../changement.ts";
import {sources} from "../modules.ts";
import {changementsPage} from "./changements.ts";

const quiet: Changements = {
  run: "20261101-000000-essai",
  date: "2026-11-01T00:00:00.000Z",
  depuis: {run: "avant", date: "2026-10-20T05:00:00.000Z"},
  etat: "compare",
  sources: [],
  perimetre: {entrees: [], sorties: []},
  indicateurs: []
};
const row = (more: Partial<ChangeRow> & {niveau?: Niveau}): ChangeRow => ({
  ...{niveau: "ti", code_territoire: "essai", periode_debut: "2025-12-31", periode_fin: "2025-12-31"},
  ...{dimension: "total", modalite: "_T", nature: "revisee", statut_avant: "connu", statut_apres: "connu"},
  ...{valeur_avant: 9900, valeur_apres: 9950},
  ...{valeur_min_avant: null, valeur_min_apres: null, valeur_max_avant: null, valeur_max_apres: null},
  ...more
});
const change = (more: Partial<IndicatorChange>): IndicatorChange => ({
  ...{indicateur: "effectif_prive", motif: "nouveau_millesime", sources: ["urssaf"]},
  ...{revisees: 1, ajoutees: 0, retirees: 0, masque: false, lignes: []},
  ...more
});
const render = (changements?: Changements) => {
  const published = makePublished();
  const page = changementsPage(changements ? {...published, changements} : published, sources);
  const text = (html: string) =>
    html
      .replace(/<[^>]+>/g, " ")
      .replace(/[\s\u00a0\u202f]+/g, " ")
      .trim();
  const {chapeau, blocs} = page;
  return {
    chapeau: text(chapeau ?? ""),
    resume: text(blocs["changements-resume"] ?? ""),
    detail: text(blocs["changements-detail"] ?? ""),
    html: blocs["changements-detail"] ?? ""
  };
};

test("the page opens with one sentence: since when, and what", () => {
  const sentence = (more: Partial<Changements>) => render({...quiet, ...more}).chapeau;
  expect(sentence({})).toBe(
    "Depuis la version du 20 octobre 2026 : aucun changement dans les valeurs affichées."
  );
  expect(
    sentence({sources: [{source: "cog", motif: "revision", avant: "COG 2026", apres: "COG 2026"}]})
  ).toBe(
    "Depuis la version du 20 octobre 2026 : aucun changement dans les valeurs affichées (1 fichier corrigé, sans effet sur les valeurs)."
  );
  expect(
    sentence({
      indicateurs: [
        change({}),
        change({motif: "perimetre", ajoutees: 2}),
        change({indicateur: "population", revisees: 0, ajoutees: 3}),
        change({indicateur: "krugman", revisees: 0, retirees: 3})
      ],
      sources: [{source: "urssaf", motif: "nouveau_millesime", avant: "2024", apres: "2025"}],
      perimetre: {entrees: [{code: "77009", nom: "Neuve"}], sorties: []}
    })
  ).toBe(
    "Depuis la version du 20 octobre 2026 : 1 indicateur révisé, 1 indicateur complété, 1 indicateur réduit, 1 nouveau millésime, 1 commune entrée dans le périmètre."
  );
  expect(sentence({depuis: null, etat: "premier"})).toBe(
    "Première version publiée, le 1er novembre 2026 : il n'y a encore rien à comparer."
  );
  expect(sentence({depuis: null, etat: "illisible"})).toContain("n'a pas pu être faite");
  expect(render().chapeau).toContain("n'a pas été faite");
});

test("by reason in their order, then by indicator: the perimeter first, before and after in French formats", () => {
  const {resume, detail, html} = render({
    ...quiet,
    indicateurs: [
      change({
        revisees: 1234,
        ajoutees: 1,
        lignes: [
          row({}),
          row({dimension: "a38", modalite: "CA", periode_debut: "2025-01-01", valeur_apres: 10_000}),
          row({
            niveau: "epci",
            code_territoire: "200000001",
            nature: "ajoutee",
            valeur_avant: null,
            statut_avant: null
          }),
          row({
            niveau: "epci",
            code_territoire: "200000002",
            nature: "retiree",
            valeur_apres: null,
            valeur_avant: null
          })
        ]
      }),
      change({
        indicateur: "part_industrie",
        motif: "inexpliquee",
        lignes: [row({valeur_avant: 12.34, valeur_apres: 12.36})]
      })
    ]
  });
  expect(resume).toContain("Nouveau millésime 1 1 234 1 0");
  expect(resume.indexOf("Nouveau millésime")).toBeLessThan(resume.indexOf("Sans cause trouvée"));
  expect(detail).toContain("Essai, 31 décembre 2025 : 9 900 → 9 950");
  expect(detail).toContain("1 234 valeurs révisées, 1 ajoutée");
  expect(detail).toContain("Essai 31 décembre 2025 9 900 9 950 2025 CA (A38) 9 900 10 000");
  expect(detail).toContain("CA de la Ville 31 décembre 2025 absente 9 950");
  expect(detail).toContain("CC du Plateau 31 décembre 2025 non redonnée retirée");
  expect(detail).toContain("à examiner avant de citer");
  expect(html).toContain('href="/telecharger/odbl-1.0/changements.csv"');
});

test("a difference smaller than the rounding is not shown as one; an interval stays an interval", () => {
  const {detail} = render({
    ...quiet,
    indicateurs: [
      change({lignes: [row({valeur_avant: 9900.1, valeur_apres: 9900.2})]}),
      change({
        indicateur: "siege_exterieur",
        masque: true,
        lignes: [row({valeur_avant: null, valeur_apres: 8.47, valeur_min_apres: 4.4, valeur_max_apres: 15.5})]
      })
    ]
  });
  expect(detail).toContain("ne changent pas à l'arrondi près");
  expect(detail).toMatch(/non redonnée → 4(,4)? à (16|15,5) %/);
  expect(detail).not.toContain("8,");
  expect(detail).toContain("Les valeurs d'avant ne sont pas redonnées");
});

test("what search engines may not index is named, with neither value nor count nor file", () => {
  const {resume, detail, html} = render({
    ...quiet,
    indicateurs: [
      change({indicateur: "ventes_terrains", revisees: 5551, lignes: [row({valeur_apres: 5552})]})
    ]
  });
  expect(resume + detail).not.toContain("5 55");
  expect(html).toContain('<a href="/prix-foncier">');
  expect(html).not.toContain(".csv");
});

test("pages published again say from which run their values are", () => {
  expect(render({...quiet, run: "avant-hier", date: "2026-10-28T05:00:00.000Z"}).resume).toContain(
    "Ces valeurs datent de la version du 28 octobre 2026 ; les pages ont été publiées de nouveau le 1er novembre 2026"
  );
  expect(render(quiet).resume).toBe("");
});
