import {defineConfig} from "vitest/config";

/** Building the frame of France takes a second alone, several when other work takes the cores. */
export default defineConfig({test: {testTimeout: 180_000, hookTimeout: 180_000}});
