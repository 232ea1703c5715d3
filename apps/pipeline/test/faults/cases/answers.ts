import {expect} from "vitest";
import {answer, first, serve} from "../behaviours.ts";
import type {FaultCase, Variant} from "../fault-case.ts";
import type {FaultWorld} from "../fault-world.ts";
import {type Behaviour, sendAsAGoodProducer} from "../misbehaving-server.ts";
import {addresses, healthyUrssaf} from "../producers.ts";

const {urssaf} = addresses;
const onUrssaf = (behaviour: Behaviour) => (world: FaultWorld) => world.server.misbehave(urssaf, behaviour);
const asked = ({server}: FaultWorld, address: string = urssaf) =>
  server.served.filter((one) => one.address === address);
const healthy: Behaviour = (request, response) =>
  sendAsAGoodProducer(request, response, {content: healthyUrssaf});
const doubling = [1000, 2000, 4000, 8000, 16_000];

/** These numbers, one after the other: the waits that they spread are known. */
const drawn = (...numbers: readonly number[]) => {
  let index = 0;
  return () => numbers[index++ % numbers.length] ?? 0;
};

const onPages = {source: "urssaf", page: "emploi.html", elsewhere: "prix-foncier.html"} as const;
/** The server lives in the time of this world. */
const secondsAfter = ({now}: FaultWorld, seconds: number) =>
  new Date(now().getTime() + seconds * 1000).toUTCString();

const page = "<!doctype html><html><body>Maintenance</body></html>";
const message = '{"error": "quota exceeded"}';
/** The same body in the place of a zip and of a gz. */
const notData = (name: string, body: string, type: string, sentence: RegExp): readonly Variant[] =>
  (["populations", "dvf"] as const).map((source) => ({
    name: `${name} in the place of ${source}`,
    source,
    break: ({server}) => server.misbehave(addresses[source], serve(body, {"content-type": type})),
    expected: "NOT_DATA",
    sentence
  }));

/** F01–F06: what a server answers. */
export const answerCases: readonly FaultCase[] = [
  {
    ...onPages,
    id: "F01",
    fault: "erreur 500, 502 ou 503 du serveur",
    naive: "selon l'outil : arrêt, ou page d'erreur chargée",
    variants: [
      {
        name: "two 503, then the file",
        break: onUrssaf(first(answer(503), answer(503), healthy)),
        expected: "inchange",
        check: (world, {waits}) => {
          expect(waits).toEqual([1000, 2000]);
          expect(asked(world)).toHaveLength(3);
        }
      },
      {
        name: "tries spread at random",
        network: {random: drawn(0, 0.9)},
        break: onUrssaf(first(answer(503), answer(502), healthy)),
        expected: "inchange",
        check: (_, {waits}) => expect(waits).toEqual([500, 2800])
      },
      {
        name: "503 with Retry-After",
        break: onUrssaf(first(answer(503, {"retry-after": "7"}), healthy)),
        expected: "inchange",
        check: (_, {waits}) => expect(waits).toEqual([7000])
      },
      ...([500, 502, 503] as const).map((status) => ({
        name: String(status),
        break: onUrssaf(answer(status, {}, "panne")),
        expected: "SRC_UNAVAILABLE" as const,
        sentence: new RegExp(`une erreur ${status} du serveur`),
        check: (world: FaultWorld, {waits}: {waits: number[]}) => {
          expect(waits).toEqual(doubling);
          expect(asked(world)).toHaveLength(6);
        }
      }))
    ]
  },
  {
    ...onPages,
    id: "F02",
    fault: "429 avec `Retry-After` (secondes ou date)",
    naive: "le serveur est martelé",
    variants: [
      {
        name: "seven seconds",
        break: onUrssaf(first(answer(429, {"retry-after": "7"}), healthy)),
        expected: "inchange",
        check: (_, {waits}) => expect(waits).toEqual([7000])
      },
      {
        name: "an HTTP date",
        break: (world) =>
          onUrssaf(
            first(
              answer(429, {date: secondsAfter(world, 0), "retry-after": secondsAfter(world, 30)}),
              healthy
            )
          )(world),
        expected: "inchange",
        check: (_, {waits}) => expect(waits).toEqual([30_000])
      },
      {
        name: "an HTTP date, of a server that is an hour ahead",
        break: (world) =>
          onUrssaf(
            first(
              answer(429, {date: secondsAfter(world, 3600), "retry-after": secondsAfter(world, 3630)}),
              healthy
            )
          )(world),
        expected: "inchange",
        check: (_, {waits}) => expect(waits).toEqual([30_000])
      },
      {
        name: "a whole day: left alone until then",
        break: onUrssaf(answer(429, {date: "Mon, 02 Nov 2026 06:00:00 GMT", "retry-after": "86400"})),
        expected: "SRC_UNAVAILABLE",
        sentence: /une erreur 429 du serveur, qui demande d'attendre jusqu'au 3\u00a0novembre 2026, 06:00/,
        check: (world, {waits}) => {
          expect(waits).toEqual([]);
          expect(asked(world)).toHaveLength(1);
        }
      }
    ]
  },
  {
    ...onPages,
    id: "F03",
    fault: "404 ou 410 : fichier retiré",
    naive: "arrêt de tout le passage",
    variants: ([410, 404] as const).map((status) => ({
      name: String(status),
      break: onUrssaf(answer(status)),
      expected: "SRC_GONE" as const,
      sentence: /le producteur l'a retiré ou déplacé/,
      check: (world: FaultWorld, {waits}: {waits: number[]}) => {
        expect(waits).toEqual([]);
        expect(asked(world)).toHaveLength(1);
      }
    }))
  },
  {
    ...onPages,
    id: "F04",
    fault: "page de maintenance HTML servie avec 200",
    naive: "table vide, aucune erreur",
    variants: [
      ...notData("a page", page, "text/html", /une page web/),
      {
        name: "a page told to be CSV",
        break: onUrssaf(serve(page, {"content-type": "text/csv"})),
        expected: "NOT_DATA",
        sentence: /une page web/
      },
      {
        name: "a page",
        break: onUrssaf(serve(page, {"content-type": "text/html"})),
        expected: "NOT_DATA",
        sentence: /une page web/
      }
    ]
  },
  {
    ...onPages,
    id: "F05",
    fault: "message d'erreur JSON servi avec 200",
    naive: "table vide, aucune erreur",
    variants: [
      ...notData("a message", message, "application/json", /quota exceeded/),
      {
        name: "a message",
        break: onUrssaf(serve(message, {"content-type": "application/json"})),
        expected: "NOT_DATA",
        sentence: /une réponse JSON/
      }
    ]
  },
  {
    ...onPages,
    id: "F06",
    fault: "corps vide, ou en-tête sans lignes",
    naive: "table vide, aucune erreur",
    variants: [
      {name: "zero byte", break: onUrssaf(serve("")), expected: "EMPTY", sentence: /un fichier vide/},
      {
        name: "header only",
        break: onUrssaf(serve(`${healthyUrssaf.toString().split("\r\n")[0]}\r\n`)),
        expected: "EMPTY"
      }
    ]
  }
];
