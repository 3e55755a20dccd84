// npm test: unit, integration and browser tests. Installs what is missing first; each step is bounded in time.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./launcher/browser.mjs";
import { LauncherError, say } from "./launcher/console.mjs";
import { inRoot } from "./launcher/paths.mjs";
import { freePort } from "./launcher/port.mjs";
import { prepareCode } from "./launcher/prepare.mjs";
import { binOf, endAll, start } from "./launcher/processes.mjs";

const LIMIT_MS = 40 * 60_000;

const reports = mkdtempSync(join(tmpdir(), "guatu-test-"));
const count = { passed: 0, failed: 0 };

function addCounts(reportFile) {
  const report = JSON.parse(readFileSync(reportFile, "utf8"));
  count.passed += report.numPassedTests;
  count.failed += report.numFailedTests;
}

/** Runs one project of tests; a failed project does not keep the next from running. */
async function runTests(project) {
  const report = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = [inRoot("node_modules/vitest/vitest.mjs"), "run", "--project", project, ...reporters];
  const child = start(process.execPath, args);
  const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
  const { code } = await child.ended;
  clearTimeout(timer);
  try {
    addCounts(report);
  } catch {
    throw new LauncherError(`the ${project} tests ended without a report`);
  }
  return code === 0;
}

/** The browser tests, on the production build and a data folder and port of their own. */
async function runBrowserTests() {
  await prepareCode({ withBuild: true });
  const env = {
    ...process.env,
    GUATU_BROWSER: process.env.GUATU_BROWSER || (await findBrowser()),
    GUATU_E2E_DATA: join(reports, "browser"),
    GUATU_E2E_PORT: `${await freePort()}`,
  };
  const child = start(process.execPath, [binOf("@playwright/test", "cli.js"), "test"], { env });
  const timer = setTimeout(() => child.kill("SIGTERM"), LIMIT_MS);
  const { code } = await child.ended;
  clearTimeout(timer);
  const report = join(reports, "browser", "report.json");
  if (!existsSync(report)) throw new LauncherError("the browser tests ended without a report");
  const { stats } = JSON.parse(readFileSync(report, "utf8"));
  count.passed += stats.expected;
  count.failed += stats.unexpected;
  if (stats.expected === 0) throw new LauncherError("no browser test ran");
  return code === 0;
}

try {
  await prepareCode({ withBuild: false });
  let allPassed = true;
  for (const project of ["unit", "integration"]) {
    say(`${project} tests`);
    allPassed = (await runTests(project)) && allPassed;
  }
  say("browser tests");
  allPassed = (await runBrowserTests()) && allPassed;
  say(`tests: ${count.passed} passed, ${count.failed} failed`);
  if (!allPassed) process.exitCode = 1;
} catch (error) {
  console.error(`guatu: ${error.message}`);
  await endAll();
  process.exitCode = 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
