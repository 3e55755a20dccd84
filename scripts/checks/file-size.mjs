// A file of product code has at most 250 lines: a longer one usually holds two things.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inRoot, root } from "../launcher/paths.mjs";

const MOST_LINES = 250;

const CODE = /\.([cm]?[jt]s|tsx)$/;
const TESTS = /(\.test\.tsx?$)|(^(e2e|testing|bench)\/)/;

/** @returns whether a file is product code: what runs, builds or checks the product, and no test */
export function isProductCode(file) {
  return CODE.test(file) && !TESTS.test(file);
}

/** @returns the number of lines of a text */
export function countLines(text) {
  return text === "" ? 0 : text.replace(/\n$/, "").split("\n").length;
}

/** Files of product code that are too long, one line per file. */
export function listSizeFaults() {
  const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  return tracked
    .filter((file) => isProductCode(file) && existsSync(inRoot(file)))
    .map((file) => [file, countLines(readFileSync(inRoot(file), "utf8"))])
    .filter(([, lines]) => lines > MOST_LINES)
    .map(([file, lines]) => `${file}: ${lines} lines, at most ${MOST_LINES}; split it by meaning`);
}
