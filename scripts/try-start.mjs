// Starts Guatu as `npm start` does, on an empty data folder, waits for its health check, looks for a page that only
// developers get, and stops it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot } from "./launcher/paths.mjs";
import { freePort } from "./launcher/port.mjs";
import { start } from "./launcher/processes.mjs";

const LIMIT_MS = 5 * 60_000;
const STOPPED_BY_SIGTERM = 143;

const data = mkdtempSync(join(tmpdir(), "guatu-start-"));
const port = await freePort();
const settings = { PORT: `${port}`, GUATU_DATA: data, GUATU_MODE: "demo", DATABASE_URL: "" };
const child = start(process.execPath, [inRoot("scripts/start.mjs")], { env: { ...process.env, ...settings } });

const statusOf = (path) =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    (response) => response.status,
    () => undefined,
  );

let status;
const deadline = Date.now() + LIMIT_MS;
while (status === undefined && child.exitCode === null && Date.now() < deadline) {
  await new Promise((resolve) => setTimeout(resolve, 250));
  status = await statusOf("/api/health");
}
const styleguide = await statusOf("/styleguide");
child.kill("SIGTERM");
const { code } = await child.ended;
rmSync(data, { recursive: true, force: true });
console.log(
  `guatu: Node ${process.version}: the health check answered ${status}, /styleguide ${styleguide}, the start ended with ${code}`,
);
process.exit(status === 200 && styleguide === 404 && code === STOPPED_BY_SIGTERM ? 0 : 1);
