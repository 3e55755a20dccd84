// Starts Guatu as `npm start` does, on an empty data folder, waits for its health check, looks for a page that only
// developers get and, on Linux, for the mode of the worker, and stops it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
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

/** The environment of the worker process, or undefined while it is not there. */
function readWorkerEnvironment() {
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").split(" ").filter(Boolean);
  const worker = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("scripts/worker.ts"));
  return worker && readFileSync(`/proc/${worker}/environ`, "utf8").split("\0");
}

let status;
const deadline = Date.now() + LIMIT_MS;
while (status === undefined && child.exitCode === null && Date.now() < deadline) {
  await new Promise((resolve) => setTimeout(resolve, 250));
  status = await statusOf("/api/health");
}
const styleguide = await statusOf("/styleguide");
let worker;
while (process.platform === "linux" && worker === undefined && child.exitCode === null && Date.now() < deadline) {
  await new Promise((resolve) => setTimeout(resolve, 250));
  worker = readWorkerEnvironment();
}
// React draws charts more slowly in development mode.
const mode = process.platform === "linux" ? worker?.find((one) => one.startsWith("NODE_ENV=")) : "not checked";
child.kill("SIGTERM");
const { code } = await child.ended;
rmSync(data, { recursive: true, force: true });
console.log(
  `guatu: Node ${process.version}: the health check answered ${status}, /styleguide ${styleguide}, the worker ran with ${mode}, the start ended with ${code}`,
);
const isInProduction = mode === "NODE_ENV=production" || mode === "not checked";
process.exit(status === 200 && styleguide === 404 && isInProduction && code === STOPPED_BY_SIGTERM ? 0 : 1);
