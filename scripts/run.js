import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a command of the project from its root and passes its output through.
 * Resolves to {code, output}; `output` is kept only when asked for.
 */
export function run(command, args, {capture = false, env = {}} = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["inherit", capture ? "pipe" : "inherit", "inherit"],
      env: {...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", ...env}
    });
    let output = "";
    child.stdout?.on("data", (chunk) => {
      process.stdout.write(chunk);
      output += chunk;
    });
    child.on("error", failed);
    child.on("close", (code) => done({code: code ?? 1, output}));
  });
}

/** Path of an installed command. */
export const bin = (name) => `${root}node_modules/.bin/${name}`;

/** The command `observatoire`. */
export const observatoire = (...args) => run(process.execPath, [`${root}bin/observatoire.js`, ...args]);

/** Stops with one sentence when Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} est trop ancien : installer Node 20.19 ou plus récent.`);
  process.exit(2);
}
