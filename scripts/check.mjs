// npm run check: types, lint, import directions, route files, size of files, decision records, glossary,
// dead code. Runs all checks.
import { spawnSync } from "node:child_process";
import { listDecisionFaults } from "./checks/decisions.mjs";
import { listSizeFaults } from "./checks/file-size.mjs";
import { listGlossaryFaults } from "./checks/glossary.mjs";
import { listMessageFaults } from "./checks/messages.mjs";
import { listRouteFaults } from "./checks/routes.mjs";
import { LauncherError, say, step } from "./launcher/console.mjs";
import { inRoot, root } from "./launcher/paths.mjs";
import { prepareCode } from "./launcher/prepare.mjs";

const LIMIT_MS = 10 * 60_000;

function run(args) {
  const done = spawnSync(
    process.execPath,
    args.map((arg, index) => (index === 0 ? inRoot(arg) : arg)),
    {
      cwd: root,
      encoding: "utf8",
      timeout: LIMIT_MS,
    },
  );
  return { failed: done.status !== 0, output: `${done.stdout}${done.stderr}` };
}

function mustPass(args) {
  const { failed, output } = run(args);
  if (failed) throw Object.assign(new LauncherError("found problems"), { output });
}

const DEPCRUISE = ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "--config", ".dependency-cruiser.mjs"];

const KNIP = ["node_modules/knip/bin/knip.js", "--no-progress", "--no-config-hints", "--include"];

/** The planted violation must be reported: a boundary check that does not find it checks nothing. */
function plantedIsCaught() {
  const { failed, output } = run([...DEPCRUISE, "scripts/checks/planted"]);
  if (!failed || !output.includes("domain-is-pure")) {
    throw Object.assign(new LauncherError("the planted violation was not detected"), { output });
  }
}

function mustBeEmpty(faults) {
  if (faults.length > 0) throw Object.assign(new LauncherError("found problems"), { output: faults.join("\n") });
}

const checks = [
  ["types", () => mustPass(["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."])],
  ["lint", () => mustPass(["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."])],
  [
    "import directions",
    () => mustPass([...DEPCRUISE, "app", "components", "lib", "prisma", "scripts/*.ts", "testing"]),
  ],
  ["the planted violation is caught", plantedIsCaught],
  ["messages", () => mustBeEmpty(listMessageFaults())],
  ["route files", () => mustBeEmpty(listRouteFaults())],
  ["size of files", () => mustBeEmpty(listSizeFaults())],
  ["decision records and paths in documents", () => mustBeEmpty(listDecisionFaults())],
  ["names in the glossary", () => mustBeEmpty(listGlossaryFaults())],
  ["dead code and unused packages", () => mustPass([...KNIP, "files,dependencies,unlisted,exports,types"])],
  ["code that only tests use", () => mustPass([...KNIP, "files,exports,types", "--production"])],
];

await prepareCode({ withBuild: false });
let failures = 0;
for (const [title, check] of checks) {
  try {
    await step(title, check);
  } catch (error) {
    failures += 1;
    say(`${title}: ${error.message}\n${error.output ?? ""}`);
  }
}
say(`checks: ${checks.length - failures} passed, ${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
