// The steps that every launcher needs first; finished steps are skipped.
import { build, buildFolder, currentBuild, isBuilt, removeUnusedBuilds, useBuild } from "./build.mjs";
import { LauncherError, say, step } from "./console.mjs";
import { generate, isGenerated } from "./generate.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { inRoot, root } from "./paths.mjs";

const waitsFor = () => say("waiting for another start in this folder, which installs or builds");

async function prepare(withBuild) {
  if (!isInstalled()) await step("installing packages", install);
  if (!isGenerated()) await step("generating the database client", generate);
  if (!withBuild) return undefined;
  const name = currentBuild();
  if (!isBuilt(name)) await step("building the app (a minute or two)", () => build(name));
  useBuild(name);
  removeUnusedBuilds(name);
  return buildFolder(name);
}

/** A folder of another user can be served from, once its owner has built it. */
function usePrepared(withBuild) {
  const name = withBuild ? currentBuild() : undefined;
  if (isInstalled() && isGenerated() && (name === undefined || isBuilt(name))) return name && buildFolder(name);
  throw new LauncherError(
    `${root} is not prepared and this account cannot write there; run npm start as its owner first`,
  );
}

/** Installs and generates, and builds if requested; returns the folder of the build, in use until this process ends. */
export async function prepareCode({ withBuild }) {
  try {
    return await withLock(inRoot(".next/preparing"), () => prepare(withBuild), waitsFor);
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(error.code)) throw error;
    return usePrepared(withBuild);
  }
}
