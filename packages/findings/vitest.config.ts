import {defineConfig} from "vitest/config";

// Thousands of random inputs per test: seconds on an idle machine, more on a busy one.
export default defineConfig({test: {testTimeout: 180_000}});
