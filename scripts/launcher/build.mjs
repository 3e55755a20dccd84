import { existsSync } from "node:fs";
import { contentHash, removeStamp, stampMatches, writeStamp } from "./content-stamp.mjs";
import { inRoot } from "./paths.mjs";
import { binOf, runNodeQuietly } from "./processes.mjs";

const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema.prisma",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

const dist = process.env.GUATU_DIST || ".next";
const stamp = inRoot(dist, "guatu-build");

function sourceHash() {
  const skip = (path) => /\.test\.tsx?$/.test(path) || path.replaceAll("\\", "/") === "lib/server/db/generated";
  return contentHash(SOURCES, [process.env.GUATU_MODE || "demo", process.version], skip);
}

export function isBuilt() {
  return existsSync(inRoot(dist, "BUILD_ID")) && stampMatches(stamp, sourceHash());
}

export async function build() {
  removeStamp(stamp);
  const hash = sourceHash();
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await runNodeQuietly("next build", [binOf("next", "dist/bin/next"), "build"], 20 * 60_000, { env });
  writeStamp(stamp, hash);
}
