import {expect, test} from "vitest";
import {fillMart} from "../../src/fill-mart.ts";
import {buildFrom} from "../../testing/build-from.ts";
import {actifsOccupes} from "./actifs_occupes.ts";

test("les actifs occupés s'additionnent ; une commune secrète fait un minimum, jamais un zéro", async () => {
  const row = (code_commune: string, actifs_occupes: number | null, statut_actifs: string) => ({
    code_commune,
    annee: 2023,
    actifs_occupes,
    statut_actifs
  });
  const warehouse = await buildFrom(
    {
      "core.emploi_rp": [row("A", 90.5, "connu"), row("B", 60.25, "connu"), row("C", null, "secret")],
      "core.appartenance": [
        ...["A", "B"].map((code_commune) => ({niveau: "ti", code_territoire: "X", code_commune})),
        ...["A", "B", "C"].map((code_commune) => ({niveau: "region", code_territoire: "11", code_commune}))
      ],
      "meta.snapshot": [{source: "rp_emploi_lr", file: "observation", vintage: "2023", sha256: "0"}]
    },
    ["indicator.actifs_occupes"]
  );
  await fillMart(warehouse, {run: "essai", indicators: [actifsOccupes]});
  const rows = await warehouse.all("select niveau, valeur, statut from mart.indicateur order by niveau");
  // 90,5 + 60,25 = 150,75 dans les deux, mais la région contient une commune qu'on ne connaît pas.
  expect(rows).toEqual([
    {niveau: "region", valeur: 150.75, statut: "minimum"},
    {niveau: "ti", valeur: 150.75, statut: "connu"}
  ]);
  warehouse.close();
});
