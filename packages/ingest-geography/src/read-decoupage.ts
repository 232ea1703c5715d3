import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {DataError} from "@observatoire/catalog";

export interface DecoupageCommune {
  code: string;
  nom: string;
  departement: string;
  region: string;
}

export interface DecoupageEpci {
  code: string;
  nom: string;
  communes: readonly string[];
}

/** What `resolvePerimetre` needs of the administrative map, all France. */
export interface Decoupage {
  /** Communes in force, métropole and départements d'outre-mer. */
  communes: readonly DecoupageCommune[];
  epci: readonly DecoupageEpci[];
  /** Where an absorbed commune is now: old code → code in force. */
  anciens: ReadonlyMap<string, string>;
}

const packageName = "@etalab/decoupage-administratif";

interface PackageCommune extends DecoupageCommune {
  type: string;
  zone: string;
  chefLieu?: string;
  anciensCodes?: string[];
}

/** Reads the npm package found from `projectRoot` upwards. Throws SRC_GONE when it is not installed. */
export function readDecoupage(projectRoot: string): Decoupage {
  const folder = join(findPackage(projectRoot), "data");
  const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
  const all = read<PackageCommune[]>("communes.json");
  const communes = all.filter(
    ({type, zone}) => type === "commune-actuelle" && (zone === "metro" || zone === "drom")
  );
  const current = new Set(communes.map(({code}) => code));
  const anciens = new Map([
    ...communes.flatMap(({code, anciensCodes = []}) => anciensCodes.map((ancien) => [ancien, code] as const)),
    ...all.flatMap(({code, chefLieu}) => (chefLieu && !current.has(code) ? [[code, chefLieu] as const] : []))
  ]);
  const epci = read<{code: string; nom: string; membres: {code: string}[]}[]>("epci.json");
  return {
    communes: communes.map(({code, nom, departement, region}) => ({code, nom, departement, region})),
    epci: epci.map(({code, nom, membres}) => ({code, nom, communes: membres.map((membre) => membre.code)})),
    anciens
  };
}

function findPackage(from: string): string {
  for (let directory = from; ; directory = dirname(directory)) {
    const candidate = join(directory, "node_modules", packageName);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    if (dirname(directory) === directory) break;
  }
  throw new DataError("SRC_GONE", {
    where: "découpage administratif",
    expected: `le paquet ${packageName}`,
    found: "aucun paquet de ce nom",
    action: "lancer « npm ci » à la racine du projet"
  });
}
