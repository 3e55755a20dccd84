import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { runQuietly, start } from "./processes.mjs";

const LIMIT_MS = 20 * 60_000;

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(inRoot(path), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Whether node_modules matches the lockfile. npm writes its own list as the last step of an install. */
export function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === "" || optional || link) return true;
    return present[path]?.version === version;
  });
}

export async function install() {
  // npm start already runs under npm: use the same one.
  const npm = process.env.npm_execpath;
  const isScript = npm?.endsWith("js");
  const args = ["ci", "--no-audit", "--no-fund"];
  const stdio = ["ignore", "pipe", "pipe"];
  const child = isScript ? start(process.execPath, [npm, ...args], { stdio }) : start("npm", args, { stdio });
  await runQuietly("npm ci", child, LIMIT_MS);
}
