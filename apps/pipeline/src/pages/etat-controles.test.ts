import type {Manifest} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {sources} from "../modules.ts";
import {checksBloc} from "./etat-controles.ts";

const check = (name: string, sentence: string, guilty = 0): Manifest["checks"][number] => ({
  ...{name, sentence, guilty, severity: "warning"}
});

test("checks stand under their indicator, their source, or what both share; those with lines come first", () => {
  const {html} = checksBloc(
    [
      check("dvf/total", "Un total."),
      check("indicators/x_etendue", "« Part de l'industrie » : aucune valeur sous 0."),
      check("indicators/x_annees", "« Part de l'industrie » : aucune année ne manque.", 3),
      check("indicators/commune_unique", "Une commune a une seule ligne.")
    ],
    sources
  );
  expect(html).toContain("<p>4 contrôles passés, 1 avec des lignes à examiner.</p>");
  expect(html).toMatch(
    /<ul><li>Avertissement : « Part de l'industrie » : aucune année ne manque\. \(3 lignes\)/
  );
  expect(html).toMatch(/<summary>Demandes de valeurs foncières[^<]*\(1\)<\/summary><ul><li>Un total\.<\/li>/);
  expect(html).toMatch(
    /<summary>Part de l'industrie \(2\)<\/summary><ul><li>Aucune valeur sous 0\.<\/li><li>Aucune année/
  );
  expect(html).toContain("tables communes (1)</summary>");
});
