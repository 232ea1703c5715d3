import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {type AddressInfo, createServer} from "node:net";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

export const deploy = fileURLToPath(new URL("../../../../deploy", import.meta.url));
const modules = "/usr/lib/apache2/modules";

export type ServerName = "nginx" | "apache";

/** Where a server is installed, or null. */
export function findServer(name: ServerName): string | null {
  const candidates =
    name === "nginx" ? ["/usr/sbin/nginx", "/usr/bin/nginx"] : ["/usr/sbin/apache2", "/usr/sbin/httpd"];
  return candidates.find((path) => existsSync(path) && (name === "nginx" || existsSync(modules))) ?? null;
}

export interface Hosted {
  origin: string;
  /** Folder of the data: `runs/<run>/site` and the link `current`. */
  data: string;
  close: () => Promise<void>;
}

/** Files of a run: path in the site → text. */
export function writeRun(data: string, run: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const target = join(data, "runs", run, "site", path);
    mkdirSync(dirname(target), {recursive: true});
    writeFileSync(target, text);
  }
}

/** Moves `current` as a publication does: a new link renamed over the old one. */
export function pointTo(data: string, run: string): void {
  execFileSync("ln", ["-sfn", join("runs", run), join(data, ".current")]);
  execFileSync("mv", ["-T", join(data, ".current"), join(data, "current")]);
}

/** A site that `deploy/` has a file for: everybody's, or the committee's. */
export type SiteName = "observatoire" | "observatoire-comite";

export interface HostOptions {
  /** Sites, in the order in which the server reads their files; the committee's user is « comite », the password « essai ». */
  sites?: readonly SiteName[];
  /** Address let in without a password. */
  allowed?: string;
  /** Open to search engines. */
  indexed?: boolean;
  edit?: (configuration: string) => string;
}

/** Starts the real server with files of `deploy/`, their port and paths replaced, on sites made by `prepare`. */
export async function host(
  name: ServerName,
  prepare: (data: string) => void,
  {sites = ["observatoire"], allowed, indexed = false, edit = (text) => text}: HostOptions = {}
): Promise<Hosted> {
  const folder = mkdtempSync(join(tmpdir(), `observatoire-${name}-`));
  chmodSync(folder, 0o755);
  const data = join(folder, "data");
  mkdirSync(data);
  prepare(data);
  const port = await freePort();
  const password = join(folder, "htpasswd");
  writeFileSync(
    password,
    `comite:${execFileSync("openssl", ["passwd", "-apr1", "essai"], {encoding: "utf8"})}`
  );
  const common = "observatoire-commun.inc";
  writeFileSync(join(folder, common), edit(readFileSync(join(deploy, name, common), "utf8")));
  for (const [rank, file] of sites.entries()) {
    let text = readFileSync(join(deploy, name, `${file}.conf`), "utf8")
      .replaceAll("/srv/observatoire/data", data)
      .replace(/^( *(?:AuthUserFile|auth_basic_user_file) )[^;\n]*/m, `$1${password}`)
      .replace("listen 80;", `listen 127.0.0.1:${port};`)
      .replace("listen [::]:80;", "")
      .replace("<VirtualHost *:80>", `<VirtualHost *:${port}>`);
    if (allowed) text = text.replace("192.0.2.0/24", allowed);
    if (indexed && file === "observatoire") {
      text = text
        .replace('default "noindex, nofollow";', 'default "";')
        .replace(/^ *Header always set X-Robots-Tag "noindex, nofollow"$/m, "");
    }
    writeFileSync(join(folder, `site-${rank}.conf`), edit(text));
  }
  const site = join(folder, "site-*.conf");
  const main = join(folder, "main.conf");
  writeFileSync(main, name === "nginx" ? nginxMain(folder, site) : apacheMain(folder, site, port));
  const command = findServer(name) ?? name;
  const child = spawn(command, name === "nginx" ? ["-p", folder, "-c", main] : ["-X", "-f", main], {
    stdio: ["ignore", "pipe", "pipe"]
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const close = () => stop(child).then(() => rmSync(folder, {recursive: true, force: true}));
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) break;
    if (
      await fetch(`${origin}/`).then(
        () => true,
        () => false
      )
    )
      return {origin, data, close};
    await new Promise((wait) => setTimeout(wait, 50));
  }
  await close();
  throw new Error(`${name} ne démarre pas : ${said}`);
}

const nginxMain = (folder: string, site: string) => `daemon off; master_process off; pid ${folder}/pid;
error_log ${folder}/error.log; events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  include ${site};
}
`;

const loaded =
  "mpm_event authn_core authn_file authz_core authz_host authz_user auth_basic dir mime headers rewrite filter deflate".split(
    " "
  );

const apacheMain = (folder: string, site: string, port: number) => `${loaded
  .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`)
  .join("\n")}
ServerRoot ${folder}
Listen 127.0.0.1:${port}
ServerName localhost
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
Mutex file:${folder}
TypesConfig /etc/mime.types
${process.getuid?.() === 0 ? "User www-data\nGroup www-data" : ""}
<Directory />
  Require all denied
</Directory>
Include ${site}
`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const {port} = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 3000);
  await ended;
  clearTimeout(hard);
}

/** Copies a published site as a run. */
export function copyRun(data: string, run: string, site: string, pages: readonly string[]): void {
  const target = join(data, "runs", run, "site");
  mkdirSync(target, {recursive: true});
  for (const page of pages) cpSync(join(site, page), join(target, page), {recursive: true});
}
