import { existsSync } from "node:fs";
import { contentHash, removeStamp, stampMatches, writeStamp } from "./content-stamp.mjs";
import { inRoot } from "./paths.mjs";
import { binOf, runNodeQuietly } from "./processes.mjs";

const stamp = inRoot("node_modules/.cache/guatu/generated");

function generationHash() {
  return contentHash(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
}

export function isGenerated() {
  return existsSync(inRoot("lib/server/db/generated/client.ts")) && stampMatches(stamp, generationHash());
}

/** Writes the Prisma client. Generating needs no engine; an existing file named as the engine prevents its download. */
export async function generate() {
  removeStamp(stamp);
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  await runNodeQuietly("prisma generate", [binOf("prisma", "build/index.js"), "generate"], 5 * 60_000, { env });
  writeStamp(stamp, generationHash());
}
