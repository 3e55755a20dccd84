import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { LauncherError } from "./console.mjs";
import { portFrom } from "./port.mjs";

/** What the launcher is asked to do, or one line on why it cannot be. */
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
    // Demo mode lets everybody in by one click, so it is shown to this machine only.
    host: env.HOST || (mode === "production" ? "0.0.0.0" : "127.0.0.1"),
    dataFolder: resolve(env.GUATU_DATA || "./data"),
  };
}

/** The secret that signs sessions: the one that is set, or one made once and kept in the data folder. */
export function readSecret(env, dataFolder) {
  if (env.GUATU_SECRET || env.BETTER_AUTH_SECRET) return env.GUATU_SECRET || env.BETTER_AUTH_SECRET;
  const file = join(dataFolder, "secret");
  try {
    if (!existsSync(file)) {
      mkdirSync(dataFolder, { recursive: true });
      writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    }
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new LauncherError(
      `the data folder ${dataFolder} cannot be used; set GUATU_DATA to another: ${error.message}`,
    );
  }
}
