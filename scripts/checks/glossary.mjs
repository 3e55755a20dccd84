// The glossary: every name in its code columns exists in the code, every event in the audit's messages.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inRoot, root } from "../launcher/paths.mjs";

const CODE = ["app", "components", "lib", "prisma"];
const NAME = /[A-Za-z]\w*(?:-\w+)*/g;
const EVENT = /^([a-z-]+)\.([a-z-]+)$/;

/** Every identifier and kebab-case word of the code, tests included. */
function namesInCode() {
  const tracked = execFileSync("git", ["ls-files", ...CODE], { cwd: root, encoding: "utf8" })
    .trim()
    .split("\n");
  const files = tracked.filter((file) => /\.(tsx?|mjs|prisma|sql)$/.test(file) && existsSync(inRoot(file)));
  return new Set(files.flatMap((file) => readFileSync(inRoot(file), "utf8").match(NAME) ?? []));
}

/** The names of the glossary that do not exist, one line per name. */
export function listGlossaryFaults() {
  const names = namesInCode();
  const events = JSON.parse(readFileSync(inRoot("messages/en.json"), "utf8")).audit.actions;
  const exists = (code) => {
    const [, noun, verb] = EVENT.exec(code) ?? [];
    return noun === undefined ? names.has(code.replace("/", "")) : events[noun]?.[verb] !== undefined;
  };
  return readFileSync(inRoot("docs/GLOSSARY.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .flatMap(
      (row) =>
        row
          .split("|")
          .slice(3, 5)
          .join("")
          .match(/`[^`]+`/g) ?? [],
    )
    .map((code) => code.slice(1, -1))
    .filter((code) => !exists(code))
    .map((code) => `docs/GLOSSARY.md: ${code} is not in the code`);
}
