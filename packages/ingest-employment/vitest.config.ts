import {defineConfig} from "vitest/config";

/** A world with its jobs takes ten seconds alone, more when other work takes the cores. */
export default defineConfig({test: {testTimeout: 180_000, hookTimeout: 180_000}});
