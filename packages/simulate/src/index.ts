export * from "./create-world.ts";
