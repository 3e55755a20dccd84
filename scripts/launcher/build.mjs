// The production build. Each state of the sources has a separate folder, so that a running instance still uses the
// build it was started with.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { LauncherError } from "./console.mjs";
import { contentHash } from "./content-stamp.mjs";
import { isUsed, markUse } from "./lock.mjs";
import { inRoot } from "./paths.mjs";
import { binOf, runNodeQuietly, WITH_PARENT } from "./processes.mjs";

const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema.prisma",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
  "package-lock.json",
];

const BUILDS = ".next/builds";
/** Written last: a build without it is incomplete. */
const WHOLE = "guatu-build";
const USERS = "users";

/** The name of the build for the current sources. */
export function currentBuild() {
  const skip = (path) => /\.test\.tsx?$/.test(path) || path.replaceAll("\\", "/") === "lib/server/db/generated";
  return contentHash(SOURCES, [process.version], skip).slice(0, 16);
}

/** The value of GUATU_DIST for Next. */
export function buildFolder(name) {
  return `${BUILDS}/${name}`;
}

export function isBuilt(name) {
  return existsSync(inRoot(buildFolder(name), WHOLE));
}

/** Next adds the folder of its types to the configuration it reads: use a copy, so that ours is unchanged. */
function writeTypesConfig(name) {
  const file = `${buildFolder(name)}.tsconfig.json`;
  mkdirSync(inRoot(BUILDS), { recursive: true });
  // Checks the pages and their imports; tests are not part of a build.
  const parts = ["next-env.d.ts", "proxy.ts", "app/**/*.ts", "app/**/*.tsx", "lib/**/*.d.ts"];
  const include = parts.map((pattern) => `../../${pattern}`);
  const exclude = ["../../app/**/*.test.ts", "../../app/**/*.test.tsx"];
  writeFileSync(inRoot(file), JSON.stringify({ extends: "../../tsconfig.json", include, exclude }));
  return file;
}

/** A build is independent of mode, database and URL, so these settings are removed. */
function buildEnvironment(name) {
  const ours = (key) => key.startsWith("GUATU_") || key === "DATABASE_URL" || key === "BETTER_AUTH_SECRET";
  const others = Object.fromEntries(Object.entries(process.env).filter(([key]) => !ours(key)));
  const paths = { GUATU_DIST: buildFolder(name), GUATU_TSCONFIG: writeTypesConfig(name) };
  return { ...others, ...paths, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

/** Next writes the folder of a build into this file, which outlives the build; if missing, it is written again. */
function removeTypesOfBuild() {
  const file = inRoot("next-env.d.ts");
  if (existsSync(file) && readFileSync(file, "utf8").includes(BUILDS)) rmSync(file);
}

export async function build(name) {
  rmSync(inRoot(buildFolder(name)), { recursive: true, force: true });
  const env = buildEnvironment(name);
  try {
    await runNodeQuietly("next build", [...WITH_PARENT, binOf("next", "dist/bin/next"), "build"], 20 * 60_000, {
      env,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
  } finally {
    removeTypesOfBuild();
    rmSync(inRoot(env.GUATU_TSCONFIG), { force: true });
  }
  if (!existsSync(inRoot(buildFolder(name), "BUILD_ID"))) throw new LauncherError("next build ended without a build");
  writeFileSync(inRoot(buildFolder(name), WHOLE), "");
}

/** Marks a build as in use while this process lives. */
export function useBuild(name) {
  markUse(inRoot(buildFolder(name), USERS));
}

/** Removes the builds that no running instance uses, except `current`. */
export function removeUnusedBuilds(current) {
  const builds = existsSync(inRoot(BUILDS)) ? readdirSync(inRoot(BUILDS)) : [];
  for (const name of builds) {
    const folder = inRoot(buildFolder(name));
    if (name !== current && !isUsed(inRoot(buildFolder(name), USERS))) rmSync(folder, { recursive: true, force: true });
  }
}
