// Checks the database with a timeout, so that a monitor never waits.
import "server-only";
import type { HealthJson } from "@/lib/schemas/api";
import { db } from "@/lib/server/db/client";
import { embeddedUrl } from "@/lib/server/db/engine/data-folder";
import { env } from "@/lib/server/env";
import { VERSION } from "@/lib/server/version";

const HEALTH_LIMIT_MS = 2000;

/** @throws RangeError on a timeout. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RangeError(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The version of the embedded engine mentions WebAssembly. */
function engineOf(version: string | undefined): HealthJson["database"]["engine"] {
  if (version !== undefined) return /emcc|wasm/i.test(version) ? "embedded" : "postgresql";
  return env.DATABASE_URL === embeddedUrl(env.GUATU_DATA) ? "embedded" : "postgresql";
}

export async function checkHealth(limitMs: number = HEALTH_LIMIT_MS): Promise<HealthJson> {
  const startedAt = performance.now();
  try {
    const [row] = await within(
      limitMs,
      db.$queryRaw<{ version: string }[]>`SELECT version()`.then((rows) => rows),
    );
    const latencyMs = Math.round((performance.now() - startedAt) * 10) / 10;
    const database = { state: "reachable", engine: engineOf(row?.version), latencyMs } as const;
    return { status: "ok", database, version: VERSION };
  } catch {
    const database = { state: "unreachable", engine: engineOf(undefined), latencyMs: null } as const;
    return { status: "unavailable", database, version: VERSION };
  }
}
