// Finds a Chromium for the browser tests, or installs one: Playwright's, the system's or the distribution's.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { LauncherError, say } from "./console.mjs";
import { binOf, runNodeQuietly, runQuietly, start } from "./processes.mjs";

const DOWNLOAD_LIMIT_MS = 10 * 60_000;
/** The headless shell runs the browser tests in two thirds of the time of a whole Chromium. */
const NAMES = [
  "chromium-headless-shell",
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "chrome",
  "chrome.exe",
];
const PLACES = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    join(process.env.PROGRAMFILES ?? "C:\\Program Files", "Google/Chrome/Application/chrome.exe"),
    join(process.env["PROGRAMFILES(X86)"] ?? "C:\\Program Files (x86)", "Google/Chrome/Application/chrome.exe"),
    join(process.env.LOCALAPPDATA ?? "C:\\", "Google/Chrome/Application/chrome.exe"),
  ],
};
const APT_INSTALL = ["install", "-y", "-qq", "--no-install-recommends"];
/** Command, what to run first, and the installs to try in order: not every release has a package of the shell alone. */
const DISTRIBUTION_INSTALLS = [
  [
    "apt-get",
    [["update", "-qq"]],
    [
      [...APT_INSTALL, "chromium-headless-shell"],
      [...APT_INSTALL, "chromium"],
    ],
  ],
  ["dnf", [], [["install", "-y", "-q", "chromium"]]],
  ["apk", [], [["add", "-q", "chromium"]]],
];

function onPath(names, path = process.env.PATH ?? "") {
  const folders = path.split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** A Chrome or Chromium of the system: on the PATH, or in its default folder. */
export function systemBrowser({ path = process.env.PATH ?? "", platform = process.platform } = {}) {
  return onPath(NAMES, path) ?? (PLACES[platform] ?? []).find((file) => existsSync(file));
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

async function downloadPlaywrightsOwn() {
  const args = [binOf("@playwright/test", "cli.js"), "install", "chromium"];
  await runNodeQuietly("playwright install", args, DOWNLOAD_LIMIT_MS);
  return playwrightsOwn();
}

async function installFromDistribution() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) throw new LauncherError("needs root on Linux");
  const found = DISTRIBUTION_INSTALLS.find(([command]) => onPath([command]));
  if (found === undefined) throw new LauncherError("no supported package manager");
  const [command, preparations, installs] = found;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (args) => {
    const child = start(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    return runQuietly(`${command} ${args[0]}`, child, DOWNLOAD_LIMIT_MS);
  };
  for (const args of preparations) await run(args);
  await installs.reduce((attempt, args) => attempt.catch(() => run(args)), Promise.reject());
  return systemBrowser();
}

const WAYS = [
  ["Playwright's own browser", playwrightsOwn],
  ["downloading Playwright's own browser", downloadPlaywrightsOwn],
  ["a Chrome or Chromium of the system", async () => systemBrowser()],
  ["the distribution's Chromium package", installFromDistribution],
];

/** The path of a browser, by the first method that succeeds; prints every method tried. */
export async function findBrowser(ways = WAYS) {
  for (const [title, way] of ways) {
    try {
      const file = await way();
      if (file) {
        say(`browser: ${title}: ${file}`);
        return file;
      }
      say(`browser: ${title}: none`);
    } catch (error) {
      say(`browser: ${title}: ${error.message}`);
    }
  }
  throw new LauncherError(
    "no browser for the browser tests: install Chrome or Chromium, or run `npx playwright install chromium`",
  );
}
