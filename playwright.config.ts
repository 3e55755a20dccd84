// The browser tests: a production build on a separate embedded database, in demo mode with a fixed day.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

// Set once here; the workers, which load this file too, inherit it.
process.env.GUATU_E2E_PORT ??= "3217";
process.env.GUATU_E2E_DATA ??= mkdtempSync(join(tmpdir(), "guatu-e2e-"));

const baseURL = `http://127.0.0.1:${process.env.GUATU_E2E_PORT}`;
const isRoot = process.getuid?.() === 0;

const AT_A_DESK = [
  "absence",
  "access",
  "administration",
  "bulletin",
  "chart-takeover",
  "crowded",
  "documents",
  "earlier-day",
  "file-to-issued",
  "import",
  "new-target",
  "office-words",
  "paper",
  "parts",
  "people",
  "periods",
  "promise-form",
  "quarter",
  "roles",
  "start",
  "styleguide",
  "supervision",
  "two-people",
  "wall",
];

export default defineConfig({
  testDir: "e2e",
  globalTeardown: "./e2e/verify-audit.ts",
  outputDir: join(process.env.GUATU_E2E_DATA, "results"),
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // One set of pictures: the styleguide spec brings its own font.
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  reporter: [["list"], ["json", { outputFile: join(process.env.GUATU_E2E_DATA, "report.json") }]],
  use: {
    baseURL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.GUATU_BROWSER || undefined,
      args: [
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      grepInvert: /@phone/,
      testIgnore: "**/narrow.spec.ts",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 } },
    },
    // Clerks, leaders and the public read and report on phones. Access, links and desk work do not depend on the width
    // (every-page covers the layout of all pages), and the wall and the crowded spec set their own widths.
    {
      name: "phone",
      grepInvert: /@desk/,
      testIgnore: `**/{${AT_A_DESK.join(",")}}.spec.ts`,
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
    },
  ],
  webServer: {
    command: "node scripts/start.mjs",
    url: `${baseURL}/api/health`,
    timeout: 10 * 60_000,
    stdout: "ignore",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      PORT: process.env.GUATU_E2E_PORT,
      GUATU_DATA: join(process.env.GUATU_E2E_DATA, "data"),
      GUATU_MODE: "demo",
      GUATU_TODAY: "2023-09-30",
      GUATU_STYLEGUIDE: "on",
      DATABASE_URL: "",
    },
  },
});
