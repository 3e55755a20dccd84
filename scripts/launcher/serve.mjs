// The steps of `npm start`; finished steps are skipped.
import { existsSync } from "node:fs";
import { LauncherError, say, step } from "./console.mjs";
import { inRoot } from "./paths.mjs";
import { assertPortFree } from "./port.mjs";
import { prepareCode } from "./prepare.mjs";
import { binOf, endAll, runNodeQuietly, startNode, WITH_PARENT } from "./processes.mjs";
import { makeDataFolder, readSettings } from "./settings.mjs";

const DATABASE_START_LIMIT_MS = 2 * 60_000;
const APP_START_LIMIT_MS = 2 * 60_000;
const BACKUP_EVERY_MS = 60 * 60_000;
const BACKUP_LIMIT_MS = 30 * 60_000;
const WORKER_RESTART_MS = 10_000;
let isEnding = false;

async function end(code) {
  if (isEnding) return;
  isEnding = true;
  await endAll();
  process.exit(code);
}

function fail(error) {
  if (isEnding) return;
  if (error.output) process.stderr.write(`${error.output.trimEnd()}\n`);
  process.stderr.write(`guatu: ${error instanceof LauncherError ? error.message : error.stack}\n`);
  void end(1);
}

function endOnSignals() {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ]) {
    process.on(signal, () => {
      if (!isEnding) process.stdout.write("\n");
      void end(code);
    });
  }
  // npm starts us through a shell that does not pass signals on: exit when it exits.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && void end(143), 500).unref();
  }
}

function startDatabase({ dataFolder }) {
  const env = { ...process.env, GUATU_DATA: dataFolder };
  const child = startNode([inRoot("scripts/database.ts")], {
    typescript: true,
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    // A failure before the app is ready fails the step; later it ends all of Guatu.
    let stop = reject;
    const timer = setTimeout(
      () => reject(new LauncherError("the embedded database did not start")),
      DATABASE_START_LIMIT_MS,
    );
    child.on("message", (message) => {
      clearTimeout(timer);
      if (message.kind !== "ready") return stop(new LauncherError(message.reason));
      stop = fail;
      resolve(message.url);
    });
    child.ended.then(({ code, signal }) => {
      clearTimeout(timer);
      stop(new LauncherError(`the embedded database ended (${code ?? signal})`));
    });
  });
}

async function prepareDatabase(env) {
  const output = await runNodeQuietly("the database", [inRoot("scripts/prepare-database.ts")], 10 * 60_000, {
    typescript: true,
    env,
  }).catch((error) => {
    const line = error.output?.match(/^guatu: (.*)$/m)?.[1];
    throw line ? new LauncherError(line) : error;
  });
  return output.trim().split("\n").at(-1);
}

async function waitForApp(port, host) {
  const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const deadline = Date.now() + APP_START_LIMIT_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://${address.includes(":") ? `[${address}]` : address}:${port}/api/health`, {
      signal: AbortSignal.timeout(30_000),
    }).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new LauncherError("the app did not answer in time");
}

function startApp(isDev, { port, host }, env) {
  const args = [binOf("next", "dist/bin/next"), isDev ? "dev" : "start", "-p", `${port}`, "-H", host];
  const clientAddress = ["--import", new URL("client-address.mjs", import.meta.url).href];
  const child = startNode([...WITH_PARENT, ...clientAddress, ...args], {
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", isDev ? "inherit" : "ignore", "inherit", "ipc"],
  });
  child.ended.then(({ code, signal }) => fail(new LauncherError(`the app ended (${code ?? signal})`)));
}

/** The worker sends reminders and generates bulletin files. The app runs without it, and shows that it is missing. */
function startWorker(env) {
  const child = startNode([inRoot("scripts/worker.ts")], {
    typescript: true,
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.ended.then(({ code, signal }) => {
    if (isEnding) return;
    say(`the worker ended (${code ?? signal}); restarting in ${WORKER_RESTART_MS / 1000} s`);
    setTimeout(() => isEnding || startWorker(env), WORKER_RESTART_MS);
  });
}

/** Backs up the embedded database into the data folder at once and then every hour. */
function startBackups(env) {
  const backUp = () =>
    runNodeQuietly("the backup", [inRoot("scripts/guatu.ts"), "backup", "--due"], BACKUP_LIMIT_MS, {
      typescript: true,
      env,
    }).catch((error) => isEnding || say(error.output?.trim().replace(/^guatu: /, "") || error.message));
  setInterval(backUp, BACKUP_EVERY_MS);
  void backUp();
}

async function offerSetupLink(settings, env) {
  if (settings.mode !== "production" || !existsSync(inRoot("scripts/setup-link.ts"))) return;
  const output = await runNodeQuietly("the setup link", [inRoot("scripts/setup-link.ts")], 60_000, {
    typescript: true,
    env,
  });
  for (const line of output.trim().split("\n").filter(Boolean)) say(line);
}

async function run(isDev) {
  const settings = readSettings(process.env);
  await assertPortFree(settings.port, settings.host);
  makeDataFolder(settings.dataFolder);
  const dist = await prepareCode({ withBuild: !isDev });
  const env = {
    ...process.env,
    // For the worker too: it draws charts, and React is slower in development.
    NODE_ENV: isDev ? "development" : "production",
    GUATU_MODE: settings.mode,
    GUATU_DATA: settings.dataFolder,
    PORT: `${settings.port}`,
  };
  if (dist !== undefined) env.GUATU_DIST = dist;
  if (settings.isEmbedded) {
    await step("starting the embedded database", async () => {
      env.DATABASE_URL = await startDatabase(settings);
    });
  }
  await step("preparing the database", () => prepareDatabase(env));
  await step("starting the app", () => {
    startApp(isDev, settings, env);
    return waitForApp(settings.port, settings.host);
  });
  startWorker(env);
  if (settings.isBackedUp) startBackups(env);
  const shown = ["0.0.0.0", "127.0.0.1", "::"].includes(settings.host) ? "localhost" : settings.host;
  await offerSetupLink(settings, env);
  if (settings.mode === "production" && !env.GUATU_URL) {
    say("GUATU_URL is not set: people can sign in over https or on this machine only");
  }
  if (settings.mode === "production" && !env.GUATU_TRUSTED_PROXIES) {
    say("GUATU_TRUSTED_PROXIES is not set: behind a proxy all requests count as coming from its address");
  }
  say(`ready at http://${shown}:${settings.port} (${settings.mode} mode; Ctrl-C ends it)`);
}

export async function serve(isDev) {
  endOnSignals();
  try {
    await run(isDev);
  } catch (error) {
    fail(error);
  }
}
