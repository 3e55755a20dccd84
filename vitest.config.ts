import { defineConfig } from "vitest/config";

const alias = { "@": new URL(".", import.meta.url).pathname.replace(/\/$/, "") };

export default defineConfig({
  test: {
    // The default, one less, leaves a machine with two processors half idle: a test file uses one at a time.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,lib,components,prisma,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.integration.test.ts"],
          // A worker keeps its modules and fonts from file to file, which saves a third of the processor time.
          isolate: false,
          restoreMocks: true,
          unstubGlobals: true,
          // No test asserts a duration; a property test on a busy machine may exceed the default.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias, conditions: ["react-server"] },
        ssr: { resolve: { conditions: ["react-server"] } },
        test: {
          name: "integration",
          include: ["{app,lib,prisma,scripts}/**/*.integration.test.ts"],
          globalSetup: ["testing/global-setup.ts"],
          setupFiles: ["testing/setup.ts"],
          // The set-up resets what a file may leave for the next one in its worker.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
