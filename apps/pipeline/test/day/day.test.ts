import {afterAll, beforeAll, expect, test} from "vitest";
import {addresses, frichesCatalogue, healthyFriches, sha1} from "../faults/producers.ts";
import {urssafFile} from "../kills/versioned-input.ts";
import {type Moment, recordChronicle, tellMoment} from "./chronicle.ts";
import {createDayWorld, type DayWorld, type Ran} from "./day-world.ts";
import {openAt} from "./open-at.ts";
import {plainText} from "./plain-text.ts";

let world: DayWorld;
const moments: Moment[] = [];
const failing = /[Dd]onnées au 31 décembre 2025, actualisation en échec depuis le (24 novembre 2026)\./;
/** The page of jobs rests on URSSAF's file, the page of land does not. */
const jobsPage = "emploi.html";
const landPage = "foncier.html";
const meauxPage = "territoires/commune-77284.html";
const jobsOfMeaux = () => /on compte (?:environ )?([\d ]+) emplois salariés/.exec(world.page(meauxPage))?.[1];
/** What a page promises, and what its script adds once the promise is broken. */
const promiseOf = (text: string) =>
  /prochaine actualisation attendue (?:avant )?le ([^,;.()]*\d{4})/i.exec(text)?.[1] ?? null;
const overdueOf = (text: string) =>
  /Actualisation en retard ?: elle était attendue le ([^.]*\d{4})\./.exec(text)?.[1] ?? null;
const noticed = () => [jobsPage, landPage, meauxPage].filter((page) => failing.test(world.page(page)));

/** Ten hectares of brownfield more, in an edition of another day. */
const newFriches = Buffer.from(
  `${healthyFriches.toString()}77_99;Site neuf;friche industrielle;friche sans projet;77284;20/11/2026;100000;77284000AB0099;POINT (2.9 48.9)\n`
);
const publishUrssaf = (version: number, text = urssafFile(version)) =>
  world.server.publish(addresses.urssaf, text, {"content-type": "text/csv"});
const publishFriches = (content: Buffer) => {
  world.server.publish(addresses.friches, content);
  world.server.publish(addresses.frichesCatalogue, frichesCatalogue(sha1(content)), {
    "content-type": "application/json"
  });
};

/** One run of the timer, and what the day's chronicle says of it. */
async function live(instant: string, event: string): Promise<Ran> {
  const before = world.runs();
  const ran = await world.refreshAt(instant);
  moments.push({
    instant,
    event,
    exit: ran.exit,
    code: world.source("urssaf").failure?.code ?? null,
    published: world.runs().length > before.length,
    jobs: jobsOfMeaux() ?? "?",
    sites: String(sitesOfMeaux()),
    notice: failing.exec(world.page(jobsPage))?.[1] ?? null
  });
  console.log(tellMoment(moments.at(-1)!));
  return ran;
}

const sitesOfMeaux = () => world.source("cartofriches").files[0]?.snapshot.rows;

beforeAll(async () => {
  world = await createDayWorld(["urssaf", "cartofriches"]);
});
afterAll(() => world.close(), 60_000);

test("06:00, all is well", async () => {
  publishUrssaf(0);
  publishFriches(healthyFriches);
  const {exit, out} = await live("2026-11-24T06:00:00Z", "tout va bien");
  expect(exit, out).toBe(0);
  expect(jobsOfMeaux()).toBe("1 000");
  expect(noticed()).toEqual([]);
  expect(promiseOf(world.page(jobsPage))).toBe("8 décembre 2026");
}, 120_000);

test("07:00, URSSAF answers 503 and the brownfields have a new edition: the notice stands on the pages of jobs alone", async () => {
  const before = world.run();
  world.server.misbehave(addresses.urssaf, (_, response) => {
    response.writeHead(503, {"content-length": 0}).end();
  });
  publishFriches(newFriches);
  const {exit, out} = await live(
    "2026-11-24T07:00:00Z",
    "Urssaf en panne (503) ; nouvelle édition des friches"
  );
  expect(exit, out).toBe(13);
  expect(world.run()).not.toBe(before);
  expect(noticed()).toEqual([jobsPage, meauxPage]);
  expect(world.page(landPage).includes("actualisation en échec")).toBe(false);
  expect(jobsOfMeaux()).toBe("1 000");
  expect(sitesOfMeaux()).toBe(6);
  expect(world.source("urssaf").failure).toMatchObject({
    since: "2026-11-24T07:00:00.000Z",
    code: "SRC_UNAVAILABLE"
  });
}, 120_000);

test("09:00, still down: no new folder, the date does not move", async () => {
  const [runs, before] = [world.runs(), world.run()];
  const {exit} = await live("2026-11-24T09:00:00Z", "toujours en panne");
  expect(exit).toBe(13);
  expect(world.runs()).toEqual(runs);
  expect(world.run()).toBe(before);
  expect(noticed()).toEqual([jobsPage, meauxPage]);
}, 120_000);

test("11:00, back with a new file: its values, and no notice", async () => {
  world.server.heal();
  publishUrssaf(1);
  const {exit, out} = await live("2026-11-24T11:00:00Z", "l'Urssaf revient, avec un nouveau fichier");
  expect(exit, out).toBe(0);
  expect(noticed()).toEqual([]);
  expect(jobsOfMeaux()).toBe("1 010");
  expect(world.source("urssaf").failure).toBeNull();
}, 120_000);

test("13:00, a column is renamed: refused with the sentence, the last good values stay and say so", async () => {
  publishUrssaf(2, urssafFile(2).replace("code_commune", "code_insee_commune"));
  const {exit, out} = await live("2026-11-24T13:00:00Z", "une colonne du fichier a changé de nom");
  expect(exit).toBe(13);
  expect(out).toMatch(/attendu la colonne « code_commune », trouvé « code_insee_commune »/);
  expect(noticed()).toEqual([jobsPage, meauxPage]);
  expect(jobsOfMeaux()).toBe("1 010");
  expect(world.source("urssaf").failure).toMatchObject({
    since: "2026-11-24T13:00:00.000Z",
    code: "DRIFT_RENAME"
  });
}, 120_000);

test("15:00, the file disappears: another fault, the same series", async () => {
  world.server.misbehave(addresses.urssaf, (_, response) => {
    response.writeHead(404, {"content-length": 0}).end();
  });
  const {exit} = await live("2026-11-24T15:00:00Z", "le fichier disparaît (404)");
  expect(exit).toBe(13);
  expect(noticed()).toEqual([jobsPage, meauxPage]);
  expect(jobsOfMeaux()).toBe("1 010");
  expect(world.source("urssaf").failure).toMatchObject({since: "2026-11-24T13:00:00.000Z", code: "SRC_GONE"});
}, 120_000);

test("17:00, back: clean", async () => {
  world.server.heal();
  publishUrssaf(2);
  const {exit, out} = await live("2026-11-24T17:00:00Z", "le fichier revient, avec ses colonnes");
  expect(exit, out).toBe(0);
  expect(noticed()).toEqual([]);
  expect(jobsOfMeaux()).toBe("1 020");
}, 120_000);

test("19:00 and 21:00: nothing new, no body is sent, no folder is made", async () => {
  const runs = world.runs();
  world.server.served.length = 0;
  for (const hour of ["19", "21"]) {
    const {exit, out} = await live(`2026-11-24T${hour}:00:00Z`, "rien de nouveau");
    expect(exit, out).toBe(0);
    expect(out).toMatch(/Rien de nouveau/);
  }
  expect(world.runs()).toEqual(runs);
  const bodies = world.server.served.filter(
    ({address, sent}) => address !== addresses.frichesCatalogue && sent > 0
  );
  expect(bodies).toEqual([]);
}, 120_000);

test("twenty days without a run: the page of the last one says so by itself, in the reader's browser", async () => {
  const inTime = plainText(await openAt(world.site(), jobsPage, "2026-11-25T09:00:00Z"));
  const later = plainText(await openAt(world.site(), jobsPage, "2026-12-14T09:00:00Z"));
  expect(promiseOf(inTime)).toBe("8 décembre 2026");
  expect(overdueOf(inTime)).toBeNull();
  expect(overdueOf(later)).toBe("8 décembre 2026");
  moments.push({
    ...moments.at(-1)!,
    instant: "2026-12-14T09:00:00Z",
    event: "vingt jours sans passage",
    overdue: overdueOf(later)
  });
}, 120_000);

test("the day after, the timer runs again: nothing new, yet the promise of the pages is renewed", async () => {
  const before = world.run();
  const {exit, out} = await live("2026-12-15T06:00:00Z", "le minuteur repart");
  expect(exit, out).toBe(0);
  expect(out).toMatch(/Données inchangées, pages mises à jour/);
  expect(world.run()).not.toBe(before);
  expect(world.manifest().nextBefore).toBe("2026-12-29");
  expect(promiseOf(world.page(jobsPage))).toBe("29 décembre 2026");
  expect(jobsOfMeaux()).toBe("1 020");
  expect(noticed()).toEqual([]);
  recordChronicle(moments);
}, 120_000);
