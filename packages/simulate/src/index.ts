export * from "./create-world.ts";
export {worldVersion} from "./world-files.ts";
