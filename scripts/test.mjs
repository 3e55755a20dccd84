// npm test: unit, integration and browser tests, or one kind: `node scripts/test.mjs unit [arguments of vitest]`.
// Installs what is missing first; each step has a timeout.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { findBrowser } from "./launcher/browser.mjs";
import { LauncherError, say } from "./launcher/console.mjs";
import { inRoot, root } from "./launcher/paths.mjs";
import { freePort } from "./launcher/port.mjs";
import { prepareCode } from "./launcher/prepare.mjs";
import { binOf, endAll, start } from "./launcher/processes.mjs";

const LIMIT_MS = 40 * 60_000;

const reports = mkdtempSync(join(tmpdir(), "guatu-test-"));
const passed = [];
const failed = [];

/** Runs a test tool and returns whether every test passed; `readTests` reads the tests from its report. */
async function runTool(args, { report, readTests, env = process.env }) {
  const child = start(process.execPath, args, { env });
  const timer = setTimeout(() => child.kill("SIGTERM"), LIMIT_MS);
  const { code } = await child.ended;
  clearTimeout(timer);
  if (!existsSync(report)) throw new LauncherError("the tests ended without a report");
  for (const { name, state } of readTests(JSON.parse(readFileSync(report, "utf8")))) {
    if (state === "passed") passed.push(name);
    if (state === "failed") failed.push(name);
  }
  return code === 0;
}

function runVitest(project, filter) {
  const report = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return runTool([inRoot("node_modules/vitest/vitest.mjs"), "run", "--project", project, ...reporters, ...filter], {
    report,
    readTests: ({ testResults }) =>
      testResults.flatMap(({ name: file, status, message, assertionResults }) => [
        ...assertionResults.map((test) => ({ name: `${relative(root, file)}: ${test.fullName}`, state: test.status })),
        // A file that cannot be loaded, or whose set-up fails, has no failed test of its own.
        ...(status === "failed" && assertionResults.every((test) => test.status !== "failed")
          ? [{ name: `${relative(root, file)}: ${message}`, state: "failed" }]
          : []),
      ]),
  });
}

const STATES = { expected: "passed", unexpected: "failed", flaky: "passed", skipped: "skipped" };

/** The tests of a suite and of the suites inside it, from Playwright's JSON report. */
function listBrowserTests({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.map(({ projectName, status }) => ({ name: `[${projectName}] ${file}: ${title}`, state: STATES[status] })),
  );
  return [...own, ...suites.flatMap(listBrowserTests)];
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
    readTests: ({ suites }) => suites.flatMap(listBrowserTests),
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
    const before = passed.length;
    allPassed = (await KINDS[one](filter)) && allPassed;
    if (kind === undefined && passed.length === before) throw new LauncherError(`no ${one} test passed`);
  }
  for (const name of failed) say(`failed: ${name}`);
  say(`tests: ${passed.length} passed, ${failed.length} failed`);
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
