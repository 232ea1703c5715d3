import {DataError, formatBytes} from "@observatoire/catalog";
import {systemCode} from "./as-data-error.ts";

const networkFaults: Readonly<Record<string, string>> = {
  ENOTFOUND: "un nom de serveur introuvable",
  EAI_AGAIN: "un nom de serveur introuvable (réseau absent ?)",
  ECONNREFUSED: "une connexion refusée",
  ENETDOWN: "un réseau absent",
  ENETUNREACH: "un réseau absent",
  EHOSTUNREACH: "un serveur que le réseau n'atteint pas",
  ECONNRESET: "une connexion coupée",
  ETIMEDOUT: "aucune réponse",
  UND_ERR_CONNECT_TIMEOUT: "aucune réponse",
  UND_ERR_HEADERS_TIMEOUT: "aucune réponse",
  UND_ERR_SOCKET: "une connexion coupée",
  CERT_HAS_EXPIRED: "un certificat de sécurité expiré",
  DEPTH_ZERO_SELF_SIGNED_CERT: "un certificat de sécurité non reconnu",
  SELF_SIGNED_CERT_IN_CHAIN: "un certificat de sécurité non reconnu",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "un certificat de sécurité non reconnu",
  ERR_TLS_CERT_ALTNAME_INVALID: "un certificat de sécurité d'un autre site"
};

/** The server cannot be used now; `found` says what happened. */
export function unavailable(where: string, found: string, cause?: unknown): DataError {
  return new DataError(
    "SRC_UNAVAILABLE",
    {
      where,
      expected: "une réponse du producteur",
      found,
      action: "réessayer plus tard, ou donner le fichier avec --from <dossier>"
    },
    {cause}
  );
}

/** A request or a body that failed: stall, spent budget, network, TLS, cut. */
export function describeFault(where: string, error: unknown, received: number): DataError {
  const name = error instanceof Error ? error.name : "";
  if (error instanceof Error && error.message === "STALL") {
    return unavailable(where, "un serveur qui n'envoie presque plus rien", error);
  }
  if (name === "TimeoutError") return unavailable(where, "un téléchargement trop long", error);
  if (received > 0) return truncated(where, `une connexion coupée après ${formatBytes(received)}`, error);
  const found = proxyRefusal(error) ?? networkFaults[systemCode(error) ?? ""] ?? "une connexion impossible";
  return unavailable(where, found, error);
}

/** undici tells the status of a proxy that opens no tunnel in the words of its error only. */
export function proxyRefusal(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const status = /proxy response \((\d+)\)/i.exec(error.message)?.[1];
  return status ? `un proxy qui refuse (erreur ${status})` : proxyRefusal(error.cause);
}

/** A body whose end is missing, or cannot be told from a cut. */
export function truncated(where: string, found: string, cause?: unknown): DataError {
  return new DataError(
    "TRUNCATED",
    {
      where,
      expected: "un fichier complet",
      found,
      action: "relancer la collecte, ou donner le fichier avec --from <dossier>"
    },
    {cause}
  );
}
