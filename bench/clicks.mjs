// The clicks of the most frequent tasks, as the browser tests count them.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../scripts/launcher/port.mjs";
import { binOf, runNodeQuietly } from "../scripts/launcher/processes.mjs";

const LIMIT_MS = 5 * 60_000;

const listTests = (suite) => [
  ...(suite.specs ?? []).flatMap(({ tests }) => tests),
  ...(suite.suites ?? []).flatMap(listTests),
];

/** Task, clicks and bound of each. Throws if a test fails. */
export async function countClicks(executablePath) {
  const data = mkdtempSync(join(tmpdir(), "guatu-clicks-"));
  try {
    const env = {
      ...process.env,
      GUATU_BROWSER: executablePath,
      GUATU_E2E_DATA: data,
      GUATU_E2E_PORT: `${await freePort()}`,
    };
    const args = [binOf("@playwright/test", "cli.js"), "test", "--project=desktop", "task-clicks", "value-workbook"];
    await runNodeQuietly("the browser tests", args, LIMIT_MS, { env });
    const report = JSON.parse(readFileSync(join(data, "report.json"), "utf8"));
    const annotations = listTests(report).flatMap((test) => test.annotations);
    return annotations.filter(({ type }) => type === "clicks").map(({ description }) => JSON.parse(description));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
