import {DataError} from "@observatoire/catalog";

type Fetch = typeof globalThis.fetch;

const read = (name: string) => process.env[name.toLowerCase()] || process.env[name] || "";

let made: {key: string; fetch: Fetch} | null = null;

/** The platform's `fetch`, or undici's own through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY ask for. */
export async function defaultFetch(): Promise<Fetch> {
  const httpsProxy = read("HTTPS_PROXY");
  const httpProxy = read("HTTP_PROXY");
  const noProxy = read("NO_PROXY");
  if (httpsProxy === "" && httpProxy === "") return globalThis.fetch;
  const key = [httpsProxy, httpProxy, noProxy].join(" ");
  if (made?.key !== key) made = {key, fetch: await proxiedFetch({httpsProxy, httpProxy, noProxy})};
  return made.fetch;
}

async function proxiedFetch(proxies: {
  httpsProxy: string;
  httpProxy: string;
  noProxy: string;
}): Promise<Fetch> {
  const httpsProxy = proxies.httpsProxy && proxyAddress("HTTPS_PROXY", proxies.httpsProxy);
  const httpProxy = proxies.httpProxy && proxyAddress("HTTP_PROXY", proxies.httpProxy);
  const {EnvHttpProxyAgent, fetch} = await import("undici");
  const dispatcher = new EnvHttpProxyAgent({httpsProxy, httpProxy, noProxy: proxies.noProxy});
  return ((input: string, init: RequestInit) =>
    fetch(input, {...(init as object), dispatcher})) as unknown as Fetch;
}

/** Proxies are often written without « http:// ». Never repeated in a sentence: it may hold a password. */
function proxyAddress(name: string, text: string): string {
  const address = text.includes("://") ? text : `http://${text}`;
  if (URL.canParse(address) && /^https?:/i.test(address)) return address;
  throw new DataError("USAGE", {
    where: name,
    expected: "l'adresse d'un proxy, comme http://proxy.mairie.fr:3128",
    found: "une adresse d'une autre forme",
    action: `corriger la variable ${name}, ou l'effacer si le réseau n'a pas de proxy`
  });
}
