// Route files only re-export handlers of lib/http, next to Next's segment config in literals.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inRoot, root } from "../launcher/paths.mjs";

const RE_EXPORT = /^export \{[^}]*\} from "@\/lib\/http\/[\w./-]+";/;
const SEGMENT_CONFIG = /^export const \w+ = ("[^"]*"|\d+|true|false);/;

/** @returns the first statement of a route file that is neither, or null */
export function foreignStatement(text) {
  let rest = text.trim();
  while (rest !== "") {
    const [allowed] = RE_EXPORT.exec(rest) ?? SEGMENT_CONFIG.exec(rest) ?? [];
    if (allowed === undefined) return rest.split("\n")[0];
    rest = rest.slice(allowed.length).trim();
  }
  return null;
}

/** Route files with other statements, one line per file. */
export function listRouteFaults() {
  const tracked = execFileSync("git", ["ls-files", "app"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  return tracked
    .filter((file) => /(^|\/)route\.tsx?$/.test(file) && existsSync(inRoot(file)))
    .map((file) => [file, foreignStatement(readFileSync(inRoot(file), "utf8"))])
    .filter(([, statement]) => statement !== null)
    .map(([file, statement]) => `${file}: a route file only re-exports from @/lib/http, found: ${statement}`);
}
