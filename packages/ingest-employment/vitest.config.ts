import {defineConfig} from "vitest/config";

/** A world with its jobs takes ten seconds alone, more when other work takes the cores. */
export default defineConfig({test: {testTimeout: 60_000, hookTimeout: 60_000}});
