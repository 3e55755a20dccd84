// npm test: unit, integration and browser tests, or one kind: `node scripts/test.mjs unit [arguments of vitest]`.
// Installs what is missing first; each step has a timeout.
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

/** Runs a test tool and returns whether every test passed; adds up the counts of its report, read by `countOf`. */
async function runTool(args, { report, countOf, env = process.env }) {
  const child = start(process.execPath, args, { env });
  const timer = setTimeout(() => child.kill("SIGTERM"), LIMIT_MS);
  const { code } = await child.ended;
  clearTimeout(timer);
  if (!existsSync(report)) throw new LauncherError("the tests ended without a report");
  const { passed, failed } = countOf(JSON.parse(readFileSync(report, "utf8")));
  count.passed += passed;
  count.failed += failed;
  return code === 0;
}

function runVitest(project, filter) {
  const report = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return runTool([inRoot("node_modules/vitest/vitest.mjs"), "run", "--project", project, ...reporters, ...filter], {
    report,
    countOf: ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  });
}

/** On the production build, with a data folder and a port for this run. */
async function runBrowserTests(filter) {
  await prepareCode({ withBuild: true });
  const data = join(reports, "browser");
  const env = {
    ...process.env,
    GUATU_BROWSER: process.env.GUATU_BROWSER || (await findBrowser()),
    GUATU_E2E_DATA: data,
    GUATU_E2E_PORT: `${await freePort()}`,
  };
  return runTool([binOf("@playwright/test", "cli.js"), "test", ...filter], {
    env,
    report: join(data, "report.json"),
    countOf: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected }),
  });
}

const KINDS = {
  unit: (filter) => runVitest("unit", filter),
  integration: (filter) => runVitest("integration", filter),
  e2e: runBrowserTests,
};

/** A failing kind does not stop the next one. */
async function runAll([kind, ...filter]) {
  if (kind !== undefined && !(kind in KINDS)) throw new LauncherError(`no such tests: ${kind}`);
  await prepareCode({ withBuild: false });
  let allPassed = true;
  for (const one of kind === undefined ? Object.keys(KINDS) : [kind]) {
    say(`${one} tests`);
    const before = count.passed;
    allPassed = (await KINDS[one](filter)) && allPassed;
    if (kind === undefined && count.passed === before) throw new LauncherError(`no ${one} test passed`);
  }
  say(`tests: ${count.passed} passed, ${count.failed} failed`);
  return allPassed;
}

try {
  if (!(await runAll(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  console.error(`guatu: ${error.message}`);
  await endAll();
  process.exitCode = 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
