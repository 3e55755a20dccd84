// npm test: unit and integration tests. Installs what is missing first; each step is bounded in time.
import { LauncherError, say, step } from "./launcher/console.mjs";
import { generate, isGenerated } from "./launcher/generate.mjs";
import { install, isInstalled } from "./launcher/install.mjs";
import { inRoot } from "./launcher/paths.mjs";
import { endAll, start } from "./launcher/processes.mjs";

const LIMIT_MS = 15 * 60_000;

async function runTests(project) {
  const child = start(process.execPath, [inRoot("node_modules/vitest/vitest.mjs"), "run", "--project", project]);
  const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
  const { code } = await child.ended;
  clearTimeout(timer);
  if (code !== 0) throw new LauncherError(`${project} tests failed`);
}

try {
  if (!isInstalled()) await step("installing", install);
  if (!isGenerated()) await step("generating the database client", generate);
  for (const project of ["unit", "integration"]) {
    say(`${project} tests`);
    await runTests(project);
  }
} catch (error) {
  console.error(`guatu: ${error.message}`);
  await endAll();
  process.exit(1);
}
