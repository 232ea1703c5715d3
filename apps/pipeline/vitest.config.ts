import {defineConfig} from "vitest/config";

// The real command is run on real folders: seconds on an idle machine, more on a busy one. Each file has its own folder of
// data and waits on disks and servers more than it computes: as many at once as there are cores.
export default defineConfig({test: {testTimeout: 180_000, hookTimeout: 180_000, maxWorkers: "100%"}});
