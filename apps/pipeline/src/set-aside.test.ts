import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {openProject} from "./project.ts";
import {restoreRefused} from "./set-aside.ts";

const kept = {code: "SIZE", phrase: "…", programme: "p1"};
const byteless = {...kept, sansOctets: {jusqua: "2027-01-01", perimetre: null, archive: null}};

/** A data folder with what was refused of one file: names and contents of the files of its folder. */
function refuse(files: Record<string, unknown>) {
  const data = mkdtempSync(join(tmpdir(), "refus-"));
  onTestFinished(() => rmSync(data, {recursive: true, force: true}));
  const folder = join(data, "snapshots/urssaf/commune_ape");
  const aside = join(folder, ".refuse-abcdef012345");
  mkdirSync(aside, {recursive: true});
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(aside, name), JSON.stringify(content));
  return {
    restore: (programme: string, accepted: string[] = []) => {
      restoreRefused(openProject(data), {programme, accepted});
      return readdirSync(folder);
    },
    read: (name: string) => existsSync(join(folder, "abcdef012345", name))
  };
}

test("un fichier refusé est rendu à un autre programme, ou à qui accepte sa source, sans son refus", () => {
  for (const [programme, accepted] of [["p2"], ["p1", ["urssaf"]]] as [string, string[]?][]) {
    const {restore, read} = refuse({"refus.json": kept, "snapshot.json": {}, "urssaf.csv": 1});
    expect(restore("p1", ["dvf"])).toEqual([".refuse-abcdef012345"]);
    expect(restore(programme, accepted)).toEqual(["abcdef012345"]);
    expect([read("urssaf.csv"), read("refus.json")]).toEqual([true, false]);
  }
});

test("un refus sans octets n'est jamais rendu : il est oublié, et le producteur redemandé", () => {
  for (const [programme, accepted] of [["p2"], ["p1", ["urssaf"]]] as [string, string[]?][]) {
    const {restore} = refuse({"refus.json": byteless});
    expect(restore("p1", ["dvf"])).toEqual([".refuse-abcdef012345"]);
    expect(restore(programme, accepted)).toEqual([]);
  }
  // A power cut left the folder alone.
  expect(refuse({}).restore("p1")).toEqual([]);
});
