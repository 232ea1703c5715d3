import {readFileSync} from "node:fs";
import {join} from "node:path";
import {type ErrorCode, errorCodes} from "@observatoire/catalog";
import {expect} from "vitest";
import type {NetworkOptions} from "../../src/collect-sources.ts";
import {hashOf} from "../kills/versioned-input.ts";
import type {FaultWorld, Ran} from "./fault-world.ts";
import {sourceIds} from "./producers.ts";

/** One way of making a fault, and what must come of it. */
export interface Variant {
  name: string;
  break: (world: FaultWorld) => void;
  /** Code of the refusal; "inchange": nothing is lost nor published; "publie": what came is right, and is published. */
  expected: ErrorCode | "inchange" | "publie";
  sentence?: RegExp;
  /** The fault is made on another source than that of the case. */
  source?: FaultCase["source"] | "sirene_etablissement";
  network?: NetworkOptions;
  /** Found while building only: the whole refresh is run for this variant too. */
  whole?: true;
  /** A person looked at the change of size and accepts it. */
  sizeAccepted?: true;
  /** What is published has the values of before, whatever the check says more. */
  sameValues?: true;
  check?: (world: FaultWorld, ran: Ran) => void | Promise<void>;
}

export interface FaultCase {
  id: string;
  fault: string;
  /** What a plain script would have done. */
  naive: string;
  source: (typeof sourceIds)[number];
  /** A page that rests on the source, and one that does not. */
  page: string;
  elsewhere: string;
  /** What the producer publishes on the healthy day that follows, when the faults let other values in. */
  next?: {address: string; content: Buffer};
  /** The last refusal of the list is the one whose whole course is followed. */
  variants: readonly Variant[];
}

/** Whether every refresh of these tests asks for it. */
const isAsked = (source: string) => sourceIds.some((id) => id === source);

/** What a case gave, as the table of faults says it. */
export interface Verdict {
  id: string;
  fault: string;
  naive: string;
  observed: string;
  code: string;
  exit: string;
  invariants: readonly [string, string, string, string];
}

/** True when a page says that what it rests on could not be refreshed. */
export const saysFailing = (world: FaultWorld, page: string): boolean =>
  /[Dd]onnées au [^<]{5,40}, actualisation en échec depuis le [^<]{5,40}\./.test(world.page(page));

/** Makes the fault in each of its ways, follows the last refusal to the pages and back, and asserts the four invariants. */
export async function runCase(world: FaultWorld, one: FaultCase): Promise<Verdict> {
  const refusals = one.variants.filter(({expected}) => expected !== "inchange" && expected !== "publie");
  const last = refusals.at(-1);
  const {counts} = await world.base();
  let verdict: Verdict | null = null;
  for (const variant of one.variants) {
    world.passDays(0.25);
    world.server.heal();
    world.server.served.length = 0;
    if (variant === last) verdict = await followRefusal(world, one, variant);
    else if (variant.expected === "publie") {
      await expectPublished(world, one, variant);
      await settle(world, one, variant);
    } else if (variant.expected === "inchange") await expectUnchanged(world, one, variant);
    else await expectRefused(world, one, variant);
  }
  if (verdict !== null) return verdict;
  await expectHealed(world, one, counts);
  return acceptedVerdict(one);
}

/** The producer takes back what it published: the values are those of before, for the variants and the cases that follow. */
async function settle(world: FaultWorld, {id, source}: FaultCase, {sizeAccepted}: Variant): Promise<void> {
  world.server.heal();
  world.passDays(0.25);
  const settled = await world.refresh(undefined, ...(sizeAccepted ? ["--accepter-taille", source] : []));
  expect(settled.exit, `${id} : ${settled.error?.phrase}`).toBe(0);
}

/** I3: a healthy day, without anybody's help, gives the values of before, or the next ones, and pages that say nothing. */
async function expectHealed(
  world: FaultWorld,
  {id, source, page, next}: FaultCase,
  counts: unknown
): Promise<void> {
  world.server.heal();
  if (next) world.server.publish(next.address, next.content);
  world.passDays(0.25);
  const healed = await world.refresh();
  expect(healed.exit, `${id}, jour sain : ${healed.error?.phrase}`).toBe(0);
  expect(failureOf(world, source), id).toBeNull();
  expect(saysFailing(world, page), page).toBe(false);
  if (next) expect(healed.json, id).toMatchObject({changed: "donnees"});
  if (next) expect(servedHash(world, source), id).toBe(hashOf(next.content));
  else expect((await world.base()).counts, id).toEqual(counts);
}

/** Hash of the file of a source that the published run read. */
export const servedHash = (world: FaultWorld, source: string): string | undefined =>
  world.manifest().sources.find((entry) => entry.source === source)?.files[0]?.snapshot.sha256;

/** The fault is refused by name, the base that readers use is not touched. */
async function expectRefused(world: FaultWorld, one: FaultCase, variant: Variant): Promise<void> {
  const before = await world.base();
  const source = variant.source ?? one.source;
  variant.break(world);
  const ran = variant.whole
    ? await world.refresh(variant.network)
    : await world.run(["collect", source], variant.network);
  const code = variant.whole ? failureOf(world, source)?.code : ran.error?.code;
  expect(code, label(one, variant, ran)).toBe(variant.expected);
  expect(ran.exit, label(one, variant, ran)).toBe(
    variant.whole ? errorCodes.PARTIAL : errorCodes[variant.expected as ErrorCode]
  );
  if (variant.sentence) expect(ran.error?.phrase).toMatch(variant.sentence);
  await variant.check?.(world, ran);
  expect(await world.base()).toEqual(before);
}

/** The whole course of a refusal: base, exit, pages, then a healthy day without anybody's help. */
async function followRefusal(world: FaultWorld, one: FaultCase, variant: Variant): Promise<Verdict> {
  const {source, page, elsewhere} = one;
  const before = await world.base();
  const pageBefore = stripDay(world.page(elsewhere));
  variant.break(world);
  const ran = await world.refresh(variant.network);
  const said = label(one, variant, ran);
  const at = world.now().toISOString();

  // I1
  expect(await world.base(), said).toEqual(before);
  // I2
  expect(ran.exit, said).toBe(errorCodes.PARTIAL);
  expect(ran.error?.code, said).toBe("PARTIAL");
  const failure = failureOf(world, source);
  expect(failure?.code, said).toBe(variant.expected);
  if (variant.sentence) expect(sentenceOf(ran, source)).toMatch(variant.sentence);
  await variant.check?.(world, ran);
  // I4
  expect(saysFailing(world, page), said).toBe(true);
  expect(/échec : la version précédente|en échec depuis le/.test(world.page("etat.html")), said).toBe(true);
  const others = world
    .manifest()
    .sources.filter((entry) => entry.source !== source && isAsked(entry.source) && entry.attemptedAt);
  if (variant.network?.mirror === undefined) {
    const pageAfter = stripDay(world.page(elsewhere));
    expect(pageAfter === pageBefore, `${elsewhere} a changé : ${said}`).toBe(true);
    expect(others.map(({source, failure}) => [source, failure, attemptOf(world, source)])).toEqual(
      others.map(({source}) => [source, null, at])
    );
  }
  // I3
  await expectHealed(world, one, before.counts);

  return {
    ...acceptedVerdict(one),
    observed: normalise(sentenceOf(ran, source)),
    code: refusalCodes(one),
    exit: String(ran.exit),
    invariants: ["inchangée", "oui", "oui", `${page} le dit`]
  };
}

/** What came is not a new version: the same run stays, nothing is said on the pages. */
async function expectUnchanged(world: FaultWorld, one: FaultCase, variant: Variant): Promise<void> {
  const [before, run] = [await world.base(), world.current()];
  variant.break(world);
  const ran = await world.refresh(variant.network);
  expect(ran.exit, label(one, variant, ran)).toBe(0);
  expect(ran.json, label(one, variant, ran)).toMatchObject({changed: null});
  expect(world.current()).toBe(run);
  expect(await world.base()).toEqual(before);
  await variant.check?.(world, ran);
}

/** What came is a right version in another guise: it is published, and the values say the same unless the check says more. */
async function expectPublished(world: FaultWorld, one: FaultCase, variant: Variant): Promise<void> {
  const before = await world.base();
  variant.break(world);
  const words = variant.sizeAccepted ? ["--accepter-taille", one.source] : [];
  const ran = await world.refresh(variant.network, ...words);
  expect(ran.exit, label(one, variant, ran)).toBe(0);
  expect(ran.json, label(one, variant, ran)).toMatchObject({changed: "donnees"});
  await variant.check?.(world, ran);
  if (variant.sameValues || !variant.check)
    expect((await world.base()).counts, label(one, variant, ran)).toEqual(before.counts);
  expect(saysFailing(world, one.page)).toBe(false);
}

/** What the command says of a source at its end; pages quote no value of a refused file. */
export const sentenceOf = ({error}: Ran, source: string): string =>
  error?.phrase
    .split("\n")
    .find((line) => line.startsWith(`${source} (`))
    ?.replace(/^[^:]* : /, "") ?? "";

export const failureOf = (world: FaultWorld, source: string) =>
  world.manifest().sources.find((entry) => entry.source === source)?.failure ?? null;

/** Last attempt on a source: the manifest keeps that of the last publication. */
const attemptOf = ({data}: FaultWorld, source: string): string =>
  JSON.parse(readFileSync(join(data, "snapshots", source, ".etat.json"), "utf8")).attemptedAt;

function label({id, source}: FaultCase, {name}: Variant, {exit, error, json}: Ran): string {
  return `${id}, ${name} (${source}) : code ${exit}, ${error?.phrase ?? JSON.stringify(json).slice(0, 400)}`;
}

const acceptedVerdict = ({id, fault, naive}: FaultCase): Verdict => ({
  id,
  fault,
  naive,
  observed: "accepté sans perte : la bonne version est lue, ou rien ne change",
  code: "–",
  exit: "0",
  invariants: ["inchangée ou refaite entière", "oui", "oui", "inchangé"]
});

function refusalCodes({variants}: FaultCase): string {
  const codes = variants.map(({expected}) => expected);
  return [...new Set(codes.filter((code) => code !== "inchange" && code !== "publie"))].join(", ");
}

/** What a page says, without the run and dates that every publication renews. */
export function stripDay(html: string): string {
  return html
    .replace(/\d{8}-\d{6}-[0-9a-f]{6}/g, "…")
    .replace(/\d{4}-\d{2}-\d{2}/g, "…")
    .replace(/vieux de [\d\s]+ jours/g, "…")
    .replace(/\d{1,2}(er)?[\s\u00a0][a-zéû]+[\s\u00a0]20\d{2}/g, "…");
}

/** A sentence that no day, no hash and no port changes. */
export function normalise(sentence: string): string {
  return sentence
    .replace(/[0-9a-f]{32,}/g, (hash) => `${hash.slice(0, 8)}…`)
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1")
    .replace(/\s+/g, " ")
    .replaceAll("<", "&lt;")
    .replaceAll("|", "\\|");
}
