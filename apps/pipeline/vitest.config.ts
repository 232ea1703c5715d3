import {defineConfig} from "vitest/config";

// The real command is run on real folders: seconds on an idle machine, more on a busy one.
export default defineConfig({test: {testTimeout: 60_000}});
