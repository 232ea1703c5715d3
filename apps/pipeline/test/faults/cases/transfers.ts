import {defaultLimits} from "@observatoire/collect";
import {expect} from "vitest";
import {hashOf} from "../../kills/versioned-input.ts";
import {
  closeDelimited,
  cutAfter,
  cutContentEncoding,
  first,
  serve,
  silent,
  slowLoris
} from "../behaviours.ts";
import {type FaultCase, servedHash} from "../fault-case.ts";
import type {FaultWorld} from "../fault-world.ts";
import {type Behaviour, sendAsAGoodProducer} from "../misbehaving-server.ts";
import {
  addresses,
  frichesCatalogue,
  healthyFriches,
  healthyUrssaf,
  renamedFriches,
  serveFriches,
  urssafWith
} from "../producers.ts";

const {urssaf} = addresses;
const onUrssaf = (behaviour: Behaviour) => (world: FaultWorld) => world.server.misbehave(urssaf, behaviour);
const asked = ({server}: FaultWorld, address: string = urssaf) =>
  server.served.filter((one) => one.address === address);
const healthy: Behaviour = (request, response) =>
  sendAsAGoodProducer(request, response, {content: healthyUrssaf});

const onPages = {source: "urssaf", page: "emploi.html", elsewhere: "prix-foncier.html"} as const;
/** The last column of the first row counts more jobs: a version as long as the healthy one. */
const withJobs = (jobs: string) =>
  urssafWith((cells, index) => (index === 0 ? [...cells.slice(0, -1), jobs] : cells));
const other = withJobs("23");
const second = withJobs("24");
const third = withJobs("25");
const lastModified = "Mon, 02 Nov 2026 06:00:00 GMT";
/** The published file is this one, byte for byte, whatever its length. */
const isServed = (world: FaultWorld, source: string, content: Buffer) =>
  expect(servedHash(world, source)).toBe(hashOf(content));

/** F07–F09, F15, F16, F18, F19: how the bytes come. */
export const transferCases: readonly FaultCase[] = [
  {
    ...onPages,
    id: "F07",
    fault: "corps plus court que `Content-Length`",
    naive: "« terminated », tout est à refaire",
    variants: [
      {
        name: "cut once, then resumed",
        break: onUrssaf(first(cutAfter(healthyUrssaf, 1000), healthy)),
        expected: "inchange",
        check: (world) => {
          const [, resumed] = asked(world);
          expect(resumed?.headers.range).toBe("bytes=1000-");
          expect(resumed?.status).toBe(206);
          expect(resumed?.sent).toBe(healthyUrssaf.length - 1000);
        }
      },
      {
        name: "cut once, then a server without ranges: the whole file again",
        break: onUrssaf(
          first(cutAfter(healthyUrssaf, 1000), (_, response) => {
            response.writeHead(200, {"content-length": healthyUrssaf.length}).end(healthyUrssaf);
          })
        ),
        expected: "inchange",
        check: (world) => {
          const [, again] = asked(world);
          expect(again?.headers.range).toBe("bytes=1000-");
          expect([again?.status, again?.sent]).toEqual([200, healthyUrssaf.length]);
          expect(asked(world)).toHaveLength(2);
        }
      },
      {
        name: "always cut",
        break: onUrssaf(cutAfter(healthyUrssaf, 1000)),
        expected: "TRUNCATED",
        check: (world) => expect(asked(world)).toHaveLength(6)
      }
    ]
  },
  {
    ...onPages,
    id: "F08",
    fault: "corps sans longueur, coupé par la fin de la connexion",
    naive: "un tiers des octets, accepté",
    variants: [
      {
        name: "a third of it, with a published checksum",
        source: "cartofriches",
        break: ({server}) =>
          serveFriches(server, healthyFriches, closeDelimited(healthyFriches, healthyFriches.length / 3)),
        expected: "CHECKSUM"
      },
      {
        name: "a third",
        break: onUrssaf(closeDelimited(healthyUrssaf, Math.floor(healthyUrssaf.length / 3))),
        expected: "TRUNCATED",
        sentence: /sans longueur ni empreinte/
      },
      {
        name: "whole, by a published checksum",
        break: ({server}) =>
          serveFriches(server, renamedFriches, closeDelimited(renamedFriches, renamedFriches.length)),
        expected: "publie",
        check: (world) => isServed(world, "cartofriches", renamedFriches)
      }
    ]
  },
  {
    ...onPages,
    id: "F09",
    fault: "`Content-Encoding: gzip` coupé",
    naive: "les premiers 60 %, acceptés",
    variants: [
      {
        name: "60 %",
        break: onUrssaf(cutContentEncoding(healthyUrssaf)),
        expected: "TRUNCATED",
        check: (world) =>
          expect(asked(world).map(({headers}) => headers["accept-encoding"])).toContain("identity")
      }
    ]
  },
  {
    id: "F15",
    fault: "empreinte publiée par le producteur différente de celle reçue",
    naive: "rien ne se voit",
    source: "cartofriches",
    page: "foncier.html",
    elsewhere: "emploi.html",
    variants: [
      {
        name: "sha1 of another file",
        break: (world) => {
          const bytes = Buffer.concat([healthyFriches, Buffer.from("\n")]);
          world.server.misbehave(addresses.friches, serve(bytes));
          world.server.misbehave(addresses.frichesCatalogue, serve(frichesCatalogue()));
        },
        expected: "CHECKSUM",
        check: (world) => expect(asked(world, addresses.friches)).toHaveLength(2)
      }
    ]
  },
  {
    ...onPages,
    id: "F16",
    fault: "un octet toutes les 200 ms ; connexion qui ne répond jamais",
    naive: "attend sans fin",
    variants: [
      {
        name: "silent",
        break: onUrssaf(silent),
        expected: "SRC_UNAVAILABLE",
        network: {limits: {retries: 1}},
        check: (_, {seconds}) => {
          expect(seconds).toBeLessThan(20);
          // The tests are less patient; a real refresh waits at most this long without progress.
          expect(defaultLimits.stallMs).toBeLessThan(30_000);
          expect(defaultLimits.stallBytes).toBeGreaterThan(0);
          expect(defaultLimits.totalMs).toBeLessThanOrEqual(3_600_000);
        }
      },
      {
        name: "slow-loris",
        break: onUrssaf(slowLoris(healthyUrssaf, 200)),
        expected: "SRC_UNAVAILABLE",
        network: {limits: {retries: 1}},
        sentence: /n'envoie presque plus rien/,
        check: (_, {seconds}) => expect(seconds).toBeLessThan(30)
      }
    ]
  },
  {
    ...onPages,
    id: "F18",
    fault: "ETag changé, corps identique ; ETag identique, corps changé",
    naive: "refait pour rien ; nouveauté manquée",
    next: {address: urssaf, content: withJobs("26")},
    variants: [
      {
        name: "another ETag, the same body",
        break: onUrssaf(serve(healthyUrssaf, {etag: '"autre"'})),
        expected: "inchange",
        check: (world) => expect(asked(world)[0]?.sent).toBe(healthyUrssaf.length)
      },
      {
        // Many servers say « not changed » only when the date is the same too.
        name: "the same ETag, another body and another date",
        break: onUrssaf((request, response) => {
          const {"if-none-match": etag, "if-modified-since": date} = request.headers;
          const isKnown = etag === '"autre"' && date !== lastModified;
          response.writeHead(
            isKnown ? 304 : 200,
            isKnown ? {} : {"content-length": other.length, etag: '"autre"'}
          );
          response.end(isKnown ? undefined : other);
        }),
        expected: "publie",
        check: async (world) => {
          const [one] = asked(world);
          expect(one?.headers).toMatchObject({"if-none-match": '"autre"', "if-modified-since": lastModified});
          isServed(world, "urssaf", other);
          expect((await world.base()).jobs).toBe(23);
        }
      }
    ]
  },
  {
    ...onPages,
    id: "F19",
    fault: "fichier changé entre deux morceaux",
    naive: "fichier mêlé de deux versions",
    next: {address: urssaf, content: withJobs("27")},
    variants: [
      {
        name: "If-Range gives the whole new file",
        break: onUrssaf(
          first(cutAfter(healthyUrssaf, 1000, {etag: '"ancien"'}), serve(second, {etag: '"neuf"'}))
        ),
        expected: "publie",
        check: async (world) => {
          const [, resumed] = asked(world);
          expect(resumed?.headers["if-range"]).toBe('"ancien"');
          expect(resumed?.sent).toBe(second.length);
          isServed(world, "urssaf", second);
          expect((await world.base()).jobs).toBe(24);
        }
      },
      {
        name: "a server that ignores If-Range",
        break: onUrssaf(
          first(
            cutAfter(healthyUrssaf, 1000, {etag: '"ancien"'}),
            (_, response) => {
              response.writeHead(206, {
                etag: '"encore"',
                "content-length": third.length - 1000,
                "content-range": `bytes 1000-${third.length - 1}/${third.length}`
              });
              response.end(third.subarray(1000));
            },
            serve(third, {etag: '"encore"'})
          )
        ),
        expected: "publie",
        check: async (world) => {
          expect(asked(world).at(-1)?.sent).toBe(third.length);
          isServed(world, "urssaf", third);
          expect((await world.base()).jobs).toBe(25);
        }
      }
    ]
  }
];
