import {DataError} from "@observatoire/catalog";

/** Reads the base address of a mirror. Throws USAGE. */
export function parseMirror(text: string): URL {
  const base = URL.canParse(text) ? new URL(text) : null;
  const isWeb = base?.protocol === "https:" || base?.protocol === "http:";
  if (base !== null && isWeb && `${base.search}${base.hash}${base.username}${base.password}` === "") {
    base.pathname = base.pathname.replace(/\/+$/, "");
    return base;
  }
  throw new DataError("USAGE", {
    where: "adresse du miroir",
    expected: "une adresse http ou https sans identifiant ni « ? », comme https://miroir.exemple.fr/donnees",
    // An address may hold a password: what surrounds it is not repeated.
    found: base === null || isWeb ? "une adresse d'une autre forme" : `« ${base.protocol} »`,
    action: "corriger OBSERVATOIRE_MIROIR, ou l'effacer pour interroger les producteurs"
  });
}

/** `https://host/path?q` as the mirror holds it: `<mirror>/host/path?q`. */
export function viaMirror(address: URL, base: URL): URL {
  const {host, pathname, search} = address;
  return new URL(`${rootOf(base)}/${host}${pathname}${search}`);
}

/** The producer's address behind one of the mirror; null when it is not one. */
export function behindMirror(asked: URL, base: URL, protocol: string): URL | null {
  const root = `${rootOf(base)}/`;
  if (!asked.href.startsWith(root)) return null;
  const address = `${protocol}//${asked.href.slice(root.length)}`;
  return URL.canParse(address) ? new URL(address) : null;
}

const rootOf = ({origin, pathname}: URL) => `${origin}${pathname.replace(/\/+$/, "")}`;
