import { accessSync, constants, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { LauncherError } from "./console.mjs";
import { root } from "./paths.mjs";
import { portFrom } from "./port.mjs";

/** The settings of the launcher, or a one-line error. */
export function readSettings(env) {
  const mode = env.GUATU_MODE || "demo";
  if (mode !== "demo" && mode !== "production") {
    throw new LauncherError(`GUATU_MODE is ${mode}; it must be demo or production`);
  }
  const isEmbedded = !env.DATABASE_URL;
  if (!isEmbedded && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL)) {
    throw new LauncherError("DATABASE_URL must start with postgresql://");
  }
  if (mode === "production" && isEmbedded && env.GUATU_EMBEDDED !== "accepted") {
    throw new LauncherError(
      "production mode needs DATABASE_URL; or set GUATU_EMBEDDED=accepted to keep the data in the embedded database, which a power cut may cost its last seconds (it is then backed up every hour)",
    );
  }
  return {
    mode,
    isEmbedded,
    isBackedUp: isEmbedded && (env.GUATU_BACKUPS ? env.GUATU_BACKUPS === "on" : mode === "production"),
    port: portFrom(env.PORT),
    // Demo mode lets anyone sign in with one click, so it listens on this machine only.
    host: env.HOST || (mode === "production" ? "0.0.0.0" : "127.0.0.1"),
    dataFolder: resolve(root, env.GUATU_DATA?.trim() || "./data"),
  };
}

/** Creates the data folder, which contains the secret, the files and the embedded database. */
export function makeDataFolder(dataFolder) {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK);
  } catch (error) {
    throw new LauncherError(
      `the data folder ${dataFolder} cannot be used; set GUATU_DATA to another: ${error.message}`,
    );
  }
}
