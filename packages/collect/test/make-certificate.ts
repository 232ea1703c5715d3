import {createPrivateKey, generateKeyPairSync, type KeyObject, sign} from "node:crypto";
import {isIP} from "node:net";

/** A certificate of these tests, and its key, as PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** A certificate for `names` (hosts or addresses), signed by `issuer`, or an authority when there is none. */
export function makeCertificate({
  names = [],
  issuer,
  expired = false
}: {
  names?: readonly string[];
  issuer?: Certificate;
  expired?: boolean;
} = {}): Certificate {
  const {publicKey, privateKey} = generateKeyPairSync("ec", {namedCurve: "P-256"});
  const subject = nameOf(issuer ? "serveur d'essai" : "autorité d'essai");
  const days = (count: number) => Date.now() + count * 86_400_000;
  const [from, to] = expired ? [days(-20), days(-10)] : [days(-1), days(10)];
  const body = sequence(
    tagged(0xa0, Buffer.from([2, 1, 2])),
    tagged(0x02, Buffer.from([1, Math.floor(Math.random() * 256)])),
    algorithm,
    nameOf("autorité d'essai"),
    sequence(instant(from), instant(to)),
    subject,
    publicKey.export({type: "spki", format: "der"}),
    tagged(0xa3, sequence(issuer ? alternativeNames(names) : authority))
  );
  const signer: KeyObject = issuer ? createPrivateKey(issuer.key) : privateKey;
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", body, signer)]);
  const der = sequence(body, algorithm, tagged(0x03, signature));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({type: "pkcs8", format: "pem"}).toString()
  };
}

/** DER: a tag, a length, the contents. */
function tagged(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const {length} = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...contents: readonly Buffer[]) => tagged(0x30, ...contents);
const identifier = (hex: string) => tagged(0x06, Buffer.from(hex, "hex"));
const instant = (time: number) =>
  tagged(0x18, Buffer.from(`${new Date(time).toISOString().replace(/[-:T]|\.\d+/g, "")}`));

/** ecdsa-with-SHA256 */
const algorithm = sequence(identifier("2a8648ce3d040302"));
/** basicConstraints, critical: an authority */
const authority = sequence(
  identifier("551d13"),
  Buffer.from([1, 1, 0xff]),
  tagged(0x04, sequence(Buffer.from([1, 1, 0xff])))
);

const nameOf = (text: string) =>
  sequence(tagged(0x31, sequence(identifier("550403"), tagged(0x0c, Buffer.from(text)))));

function alternativeNames(names: readonly string[]): Buffer {
  const all = names.map((name) =>
    isIP(name) ? tagged(0x87, Buffer.from(name.split(".").map(Number))) : tagged(0x82, Buffer.from(name))
  );
  return sequence(identifier("551d11"), tagged(0x04, sequence(...all)));
}
