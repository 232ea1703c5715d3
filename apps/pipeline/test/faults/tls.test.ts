import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {failureOf, normalise, saysFailing, sentenceOf} from "./fault-case.ts";
import {recordVerdict} from "./fault-table.ts";
import {createFaultWorld, type FaultWorld} from "./fault-world.ts";
import {type MisbehavingServer, startServer} from "./misbehaving-server.ts";
import {publishAll, sourceIds} from "./producers.ts";
import {runChild} from "./run-child.ts";

let world: FaultWorld;
const certificates = mkdtempSync(join(tmpdir(), "observatoire-tls-"));
const file = (name: string) => join(certificates, name);
const openssl = (...words: string[]) => execFileSync("openssl", words, {cwd: certificates, stdio: "pipe"});

beforeAll(async () => {
  world = await createFaultWorld();
  expect((await world.refresh()).exit).toBe(0);
}, 180_000);
afterAll(async () => {
  await world.close();
  rmSync(certificates, {recursive: true, force: true});
}, 60_000);

/** A certificate nobody knows, and one of a known authority that ended in 2020. */
function makeCertificates(): void {
  openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "3650",
    "-subj",
    "/CN=Autorite",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem"
  );
  openssl(
    "req",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=127.0.0.1",
    "-keyout",
    "leaf.key",
    "-out",
    "leaf.csr"
  );
  writeFileSync(file("index.txt"), "");
  writeFileSync(file("serial"), "01\n");
  writeFileSync(
    file("ca.conf"),
    "[ca]\ndefault_ca=a\n[a]\ndir=.\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ncertificate=ca.pem\nprivate_key=ca.key\ndefault_md=sha256\npolicy=p\nx509_extensions=e\n[p]\ncommonName=supplied\n[e]\nsubjectAltName=IP:127.0.0.1\n"
  );
  openssl(
    "ca",
    "-batch",
    "-config",
    "ca.conf",
    "-startdate",
    "20190101000000Z",
    "-enddate",
    "20200101000000Z",
    "-in",
    "leaf.csr",
    "-out",
    "leaf.pem"
  );
}

test("F17 : no name, an unknown certificate, an expired one", {timeout: 240_000}, async () => {
  makeCertificates();
  const before = await world.base();
  const unknown = await startServer({
    key: readFileSync(file("ca.key"), "utf8"),
    cert: readFileSync(file("ca.pem"), "utf8")
  });
  const expired = await startServer({
    key: readFileSync(file("leaf.key"), "utf8"),
    cert: readFileSync(file("leaf.pem"), "utf8")
  });
  for (const server of [unknown, expired]) publishAll(server);

  const nobody = await world.run(["collect", "urssaf"], {mirror: "https://absent.invalid"});
  expect([nobody.exit, nobody.error?.code]).toEqual([5, "SRC_UNAVAILABLE"]);
  expect(nobody.error?.phrase).toMatch(/nom de serveur introuvable|connexion impossible/);

  const old = await runChild(
    {...world, server: {...expired} as MisbehavingServer},
    {words: ["collect", "urssaf", "--json"], limits: {retries: 1, backoffMs: 1}},
    {env: {NODE_EXTRA_CA_CERTS: file("ca.pem")}}
  );
  expect(old.exit, old.stderr).toBe(5);
  expect(old.stdout).toMatch(/un certificat de sécurité expiré/);
  expect(await world.base()).toEqual(before);

  world.passDays(0.25);
  const ran = await world.refresh({mirror: unknown.url});
  expect(ran.exit, ran.error?.phrase).toBe(13);
  expect(await world.base()).toEqual(before);
  const failure = failureOf(world, "urssaf");
  expect(failure?.code).toBe("SRC_UNAVAILABLE");
  expect(failure?.message).toMatch(/un certificat de sécurité non reconnu/);
  // Every producer is out of reach: every page says so, the package that needs no network does not.
  for (const source of sourceIds) {
    expect(failureOf(world, source)?.code ?? null, source).toBe(
      source === "decoupage" ? null : "SRC_UNAVAILABLE"
    );
  }
  for (const page of ["emploi.html", "prix-foncier.html"]) expect(saysFailing(world, page), page).toBe(true);
  // Nothing was asked without its certificate being verified.
  expect([...unknown.served, ...expired.served]).toEqual([]);
  for (const server of [unknown, expired]) await server.close();

  world.passDays(0.25);
  const healed = await world.refresh();
  expect(healed.exit, healed.error?.phrase).toBe(0);
  expect(failureOf(world, "urssaf")).toBeNull();
  expect((await world.base()).counts).toEqual(before.counts);
  recordVerdict({
    id: "F17",
    fault: "nom de serveur introuvable, certificat inconnu ou expiré",
    naive: "arrêt, ou vérification désactivée",
    observed: normalise(sentenceOf(ran, "urssaf")),
    code: "SRC_UNAVAILABLE",
    exit: "13",
    invariants: ["inchangée", "oui", "oui", "chaque page concernée le dit"]
  });
});
