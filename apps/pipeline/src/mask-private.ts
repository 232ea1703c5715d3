import {homedir} from "node:os";

const masked = "[masqué]";

/** What a log must never hold, and what stands in its place. The order matters: addresses first, then what is left of them. */
const rules: readonly (readonly [RegExp, string])[] = [
  // https://name:password@host
  [/\b([a-z][a-z\d+.-]*:\/\/)[^\s/?#"'«»]*@/gi, `$1${masked}@`],
  // ?token=…, api_key=…, X-Amz-Signature=…, password: …
  [
    /((?:token|api[-_]?key|[?&;_-]key|passw(?:or)?d|pwd|secret|signature|credential|jeton|mdp|[?&;](?:cle|sig|auth|code))["']?=["']?)[^\s&#;"'»)]+/gi,
    `$1${masked}`
  ],
  [/\b(authorization|x-api-key|cookie)(["']?:\s*["']?)[^\r\n"']+/gi, `$1$2${masked}`],
  [/\b(bearer|basic)\s+[\w.~+/-]{8,}=*/gi, `$1 ${masked}`],
  [/[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu, "[adresse]"],
  [/(?:\/home\/|\/Users\/|[A-Z]:\\Users\\)[^\s/\\:"'»]+/g, "~"],
  [/(?<![\w/.-])\/root(?=[/\s:"'»)]|$)/g, "~"],
  // SIRET, then SIREN; one that begins with 2 is a public body's, which is how an intercommunalité is named.
  [/(?<![\w,.])\d{3}[ \u00a0]?\d{3}[ \u00a0]?\d{3}[ \u00a0]?\d{5}(?!\w)/g, "[siret]"],
  [/(?<![\w,.])(?!2)\d{3}([ \u00a0]?)\d{3}\1\d{3}(?!\w)/g, "[siren]"],
  // A value of a file must not forge a line, nor drive the terminal of whoever reads the log.
  [/[^\P{Cc}\n\t]/gu, " "]
];

/** The text as a log may keep it: no password, key, e-mail address, home folder, nor number of a company. */
export function maskPrivate(text: string): string {
  const home = homedir();
  const short = home.length > 1 ? text.replaceAll(home, "~") : text;
  return rules.reduce((kept, [pattern, replacement]) => kept.replace(pattern, replacement), short);
}
