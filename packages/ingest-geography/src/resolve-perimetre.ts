import type {Decoupage} from "./read-decoupage.ts";
import type {Perimetre, Territoire} from "./territoire.ts";
import {quoteList, territoireError} from "./territoire-error.ts";

/** One line of the national list of TIs. */
export interface CommuneTerritoireIndustrie {
  idTi: string;
  nomTi: string;
  codeCommune: string;
}

export interface Geographie extends Decoupage {
  /** Null when the list was not collected. */
  territoiresIndustrie: readonly CommuneTerritoireIndustrie[] | null;
}

/**
 * Communes of the declared perimeter in the COG in force, with their EPCIs, départements and régions.
 * Throws a `DataError` TERRITOIRE naming the line of the code at fault.
 */
export function resolvePerimetre(territoire: Territoire, geographie: Geographie): Perimetre {
  const codes = new Set(listCommunes(territoire, geographie));
  const communes = geographie.communes
    .filter(({code}) => codes.has(code))
    .sort((a, b) => a.code.localeCompare(b.code, "en"));
  const epciOf = new Map(
    geographie.epci.flatMap(({code, communes}) => communes.map((one) => [one, code] as const))
  );
  const epci = new Set(communes.map(({code}) => epciOf.get(code)));
  return {
    code: territoire.code,
    nom: territoire.nom,
    communes: communes.map(({code}) => ({code, epci: epciOf.get(code) ?? null})),
    epci: geographie.epci
      .filter(({code}) => epci.has(code))
      .map(({code, nom}) => ({code, nom}))
      .sort((a, b) => a.code.localeCompare(b.code, "en")),
    departements: [...new Set(communes.map(({departement}) => departement))].sort(),
    regions: [...new Set(communes.map(({region}) => region))].sort()
  };
}

function listCommunes(territoire: Territoire, geographie: Geographie): string[] {
  const {perimetre} = territoire;
  if (perimetre.kind === "epci")
    return perimetre.epci.flatMap((code) => membersOf(code, territoire, geographie));
  if (perimetre.kind === "communes")
    return perimetre.communes.map((code) => currentCode(code, territoire, geographie));
  return communesOfTi(perimetre.idTi, territoire, geographie);
}

function membersOf(code: string, {source}: Territoire, {epci}: Geographie): readonly string[] {
  const found = epci.find((one) => one.code === code);
  if (found) return found.communes;
  throw territoireError(source.path, source.lines[code] ?? null, {
    expected: "le SIREN d'une intercommunalité à fiscalité propre en vigueur",
    found: `« ${code} », inconnu du découpage administratif`,
    action: "vérifier le numéro : il change quand des intercommunalités fusionnent"
  });
}

function currentCode(code: string, {source}: Territoire, {communes, anciens}: Geographie): string {
  if (communes.some((one) => one.code === code)) return code;
  const current = anciens.get(code);
  throw territoireError(source.path, source.lines[code] ?? null, {
    expected: "le code d'une commune en vigueur, de métropole ou d'un département d'outre-mer",
    found: current ? `« ${code} », aujourd'hui dans la commune ${current}` : `« ${code} », inconnu`,
    action: current
      ? `écrire "${current}"`
      : "corriger le code, ou donner le périmètre par ses intercommunalités"
  });
}

function communesOfTi(idTi: string, {source}: Territoire, geographie: Geographie): string[] {
  const line = source.lines[idTi] ?? null;
  const {territoiresIndustrie, communes, anciens} = geographie;
  if (territoiresIndustrie === null) {
    throw territoireError(source.path, line, {
      expected: "la liste des Territoires d'industrie, pour y trouver cet id_ti",
      found: "aucune liste collectée",
      action:
        "lancer « npx observatoire collect territoires_industrie », ou donner le périmètre par ses intercommunalités (epci)"
    });
  }
  const members = territoiresIndustrie.filter((one) => one.idTi === idTi);
  if (members.length === 0) {
    const known = [...new Set(territoiresIndustrie.map((one) => one.idTi))].sort();
    throw territoireError(source.path, line, {
      expected: "l'identifiant d'un Territoire d'industrie de la liste",
      found: `« ${idTi} », absent de la liste (${quoteList(known)})`,
      action: "chercher l'identifiant dans le fichier « communes couvertes » de l'ANCT"
    });
  }
  const current = new Set(communes.map(({code}) => code));
  return members.map(({codeCommune}) =>
    current.has(codeCommune) ? codeCommune : (anciens.get(codeCommune) ?? codeCommune)
  );
}
