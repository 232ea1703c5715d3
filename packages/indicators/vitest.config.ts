import {defineConfig} from "vitest/config";

/** Many models on real DuckDB: seconds, more when other work takes the cores. */
export default defineConfig({test: {testTimeout: 180_000, hookTimeout: 180_000}});
