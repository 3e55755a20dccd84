// All processes that the launchers start, so that they end with the launcher.
import { spawn } from "node:child_process";
import { LauncherError } from "./console.mjs";
import { inRoot, root } from "./paths.mjs";

const running = new Set();
const GRACE_MS = 8_000;

/** Starts a process in this project's folder, without a shell. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
  child.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, error }));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  running.add(child);
  child.ended.then(() => running.delete(child));
  return child;
}

/** `node ...args`, with tsx if `typescript` is set. */
export function startNode(args, { typescript = false, ...options } = {}) {
  const flags = typescript ? ["--conditions=react-server", "--import", "tsx"] : [];
  return start(process.execPath, [...flags, ...args], options);
}

/** For a process with a channel to the launcher: it ends when the launcher has ended, for whatever reason. */
export const WITH_PARENT = ["--import", new URL("./end-with-parent.mjs", import.meta.url).href];

async function endOne(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await child.ended;
  clearTimeout(timer);
}

/** Ends all running processes, the newest first: the app before the database it writes to. */
export async function endAll() {
  for (const child of [...running].reverse()) await endOne(child, "SIGTERM");
}

/** Runs a command with a timeout and returns its output; prints it only if it fails. */
export async function runQuietly(what, child, limitMs) {
  let output = "";
  const collect = (chunk) => {
    output = (output + chunk).slice(-20_000);
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill("SIGKILL");
  }, limitMs);
  const { code, error } = await child.ended;
  clearTimeout(timer);
  if (code === 0) return output;
  const reason = error?.message ?? (timedOut ? `took longer than ${limitMs / 1000} s` : `ended with ${code}`);
  throw Object.assign(new LauncherError(`${what}: ${reason}`), { output });
}

export function runNodeQuietly(what, args, limitMs, options = {}) {
  return runQuietly(what, startNode(args, { stdio: ["ignore", "pipe", "pipe"], ...options }), limitMs);
}

/** The entry file of an installed command, to run with this version of Node. */
export function binOf(packageName, file) {
  return inRoot("node_modules", packageName, file);
}
