import {expect} from "vitest";
import {
  closeDelimited,
  cutAfter,
  cutContentEncoding,
  first,
  serve,
  silent,
  slowLoris
} from "../behaviours.ts";
import type {FaultCase} from "../fault-case.ts";
import type {FaultWorld} from "../fault-world.ts";
import {type Behaviour, sendAsAGoodProducer} from "../misbehaving-server.ts";
import {addresses, frichesCatalogue, healthyFriches, healthyUrssaf, urssafWith} from "../producers.ts";

const {urssaf} = addresses;
const onUrssaf = (behaviour: Behaviour) => (world: FaultWorld) => world.server.misbehave(urssaf, behaviour);
const asked = ({server}: FaultWorld, address: string = urssaf) =>
  server.served.filter((one) => one.address === address);
const healthy: Behaviour = (request, response) =>
  sendAsAGoodProducer(request, response, {content: healthyUrssaf});

const onPages = {source: "urssaf", page: "emploi.html", elsewhere: "prix-foncier.html"} as const;
/** The last column of the first row counts one job more. */
const other = urssafWith((cells, index) => (index === 0 ? [...cells.slice(0, -1), "23"] : cells));

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
        name: "a third",
        break: onUrssaf(closeDelimited(healthyUrssaf, Math.floor(healthyUrssaf.length / 3))),
        expected: "TRUNCATED",
        sentence: /sans longueur ni empreinte/
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
        check: (_, {seconds}) => expect(seconds).toBeLessThan(20)
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
    variants: [
      {
        name: "another ETag, the same body",
        break: onUrssaf(serve(healthyUrssaf, {etag: '"autre"'})),
        expected: "inchange",
        check: (world) => expect(asked(world)[0]?.sent).toBe(healthyUrssaf.length)
      },
      {
        name: "the same ETag, another body",
        break: onUrssaf((_, response) => {
          response.writeHead(200, {"content-length": other.length, etag: '"autre"'}).end(other);
        }),
        expected: "publie",
        check: async (world) => {
          const [, jobs] = /(\d+)/.exec(JSON.stringify(world.manifest().sources)) ?? [];
          expect(jobs).toBeDefined();
          const {files} = world.manifest().sources.find(({source}) => source === "urssaf") ?? {files: []};
          expect(files[0]?.snapshot.bytes).toBe(other.length);
        }
      }
    ]
  },
  {
    ...onPages,
    id: "F19",
    fault: "fichier changé entre deux morceaux",
    naive: "fichier mêlé de deux versions",
    variants: [
      {
        name: "If-Range gives the whole new file",
        break: (world) => {
          const {files} = world.manifest().sources.find(({source}) => source === "urssaf") ?? {files: []};
          expect(files[0]?.snapshot.bytes).toBe(other.length);
          onUrssaf(first(cutAfter(healthyUrssaf, 1000, {etag: '"ancien"'}), serve(other, {etag: '"neuf"'})))(
            world
          );
        },
        expected: "inchange",
        check: (world) => {
          const [, resumed] = asked(world);
          expect(resumed?.headers["if-range"]).toBe('"ancien"');
          expect(resumed?.sent).toBe(other.length);
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
                "content-length": other.length - 1000,
                "content-range": `bytes 1000-${other.length - 1}/${other.length}`
              });
              response.end(other.subarray(1000));
            },
            serve(other, {etag: '"encore"'})
          )
        ),
        expected: "inchange",
        check: (world) => expect(asked(world).at(-1)?.sent).toBe(other.length)
      }
    ]
  }
];
