// Serves the build on a separate database, optionally filled by crowd.ts, for specs whose data would disturb others.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@/e2e/fixtures";
import { embeddedUrl } from "@/lib/server/db/engine/data-folder";
import { freePort } from "@/scripts/launcher/port.mjs";

const root = new URL("..", import.meta.url).pathname;
const START_LIMIT_MS = 120_000;

interface Separate {
  readonly end: () => Promise<void>;
  /** Runs a script on the server's database and returns what it prints. */
  readonly run: (script: string) => Promise<string>;
}

/** The mode, and further settings of the server. */
type Mode = Readonly<Record<"GUATU_MODE" | "GUATU_TODAY", string> & Record<string, string>>;
export const DEMO: Mode = { GUATU_MODE: "demo", GUATU_TODAY: "2023-09-30" };
/** An installation without data. */
export const EMPTY_PRODUCTION: Mode = { GUATU_MODE: "production", GUATU_TODAY: "2026-03-02" };

async function answers(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer`);
}

async function serveSeparately(port: number, fillWith: string | null, mode: Mode): Promise<Separate> {
  const data = mkdtempSync(join(tmpdir(), "guatu-separate-"));
  const settings = { GUATU_DATA: data, GUATU_EMBEDDED: "accepted", HOST: "127.0.0.1", ...mode };
  const env = { ...process.env, ...settings, PORT: `${port}`, DATABASE_URL: "" };
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const end = async () => {
    if (server.exitCode === null) {
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
    }
    rmSync(data, { recursive: true, force: true });
  };
  const run = async (script: string) => {
    const args = ["--conditions=react-server", "--import", "tsx", script];
    const running = spawn(process.execPath, args, {
      cwd: root,
      env: { ...env, DATABASE_URL: embeddedUrl(data) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    running.stdout.on("data", (printed) => (output += printed));
    const [code] = await once(running, "close");
    if (code !== 0) throw new Error(`${script} failed`);
    return output.trim();
  };
  try {
    await answers(`http://127.0.0.1:${port}/api/health`, server);
    if (fillWith !== null) await run(fillWith);
  } catch (error) {
    await end();
    throw error;
  }
  return { end, run };
}

/**
 * Runs the tests of a spec on a separate server. Await it before the first test.
 * @param fillWith a script that fills the database; none for the page's commitments alone
 * @returns runs a script on the server's database, once the tests have started
 */
export async function onSeparateServer(fillWith: string | null, mode: Mode = DEMO): Promise<Separate["run"]> {
  const port = await freePort();
  let server: Separate | undefined;
  test.use({ baseURL: `http://127.0.0.1:${port}` });
  test.beforeAll(async () => {
    test.setTimeout(240_000);
    server = await serveSeparately(port, fillWith, mode);
  });
  test.afterAll(() => server?.end());
  return (script) => server?.run(script) ?? Promise.reject(new Error("the server has not started"));
}
