import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { inRoot } from "./paths.mjs";

function filesUnder(path, skip) {
  const absolute = inRoot(path);
  if (!existsSync(absolute) || skip(path)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute).flatMap((name) => filesUnder(join(path, name), skip));
}

/** One hash over the names and contents of files and folders, and over other words. */
export function contentHash(paths, words = [], skip = () => false) {
  const hash = createHash("sha256");
  for (const word of words) hash.update(`${word}\0`);
  for (const file of paths.flatMap((path) => filesUnder(path, skip)).sort()) {
    hash
      .update(`${file.split(sep).join("/")}\0`)
      .update(readFileSync(inRoot(file)))
      .update("\0");
  }
  return hash.digest("hex");
}

export function stampMatches(file, hash) {
  return existsSync(file) && readFileSync(file, "utf8") === hash;
}

export function writeStamp(file, hash) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

export function removeStamp(file) {
  rmSync(file, { force: true });
}
