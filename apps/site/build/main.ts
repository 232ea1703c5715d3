import {buildShells, previewShells} from "./build-shells.ts";

await (process.argv.includes("--preview") ? previewShells() : buildShells());
