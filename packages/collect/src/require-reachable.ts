import {DataError} from "@observatoire/catalog";

/** Where the requests for one file may go. */
export interface Reach {
  /** Address that the source declares, or that of the catalogue that gave another one; default: the address asked. */
  declared?: string;
  /** `Source.hosts`. */
  hosts?: readonly string[] | undefined;
}

/**
 * True for https on the host of the declared address or on one of `hosts` (".data.gouv.fr" stands for its subdomains),
 * port included. Without encryption, only the very server that a declared http address names: a test, a local server.
 */
export function isReachable(address: URL, declared: URL, hosts: readonly string[]): boolean {
  if (address.protocol !== "https:") return address.origin === declared.origin;
  return (
    address.host === declared.host ||
    hosts.some((host) => (host.startsWith(".") ? address.host.endsWith(host) : address.host === host))
  );
}

/** Refuses an address that the source does not declare: SRC_UNAVAILABLE, with what to write in source.ts. */
export function requireReachable(
  address: URL,
  declared: URL,
  {hosts, where, redirected}: {hosts: readonly string[]; where: string; redirected: boolean}
): void {
  if (isReachable(address, declared, hosts)) return;
  const isPlain = address.protocol !== "https:";
  const servers = [...new Set([declared.host, ...hosts])].join(", ");
  throw new DataError("SRC_UNAVAILABLE", {
    where,
    expected: `une adresse https d'un serveur déclaré (${servers})`,
    found: `une ${redirected ? "redirection vers" : "adresse sur"} « ${isPlain ? address.origin : address.host} »`,
    action: isPlain
      ? "le signaler au producteur, ou donner le fichier avec --from <dossier>"
      : `si ce serveur est bien celui du producteur, ajouter « ${address.host} » à hosts dans source.ts`
  });
}
