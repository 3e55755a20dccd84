// npm run bench: the product's claims, each as a ratio to something measured beside it in the same run.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "../scripts/launcher/browser.mjs";
import { step } from "../scripts/launcher/console.mjs";
import { inRoot } from "../scripts/launcher/paths.mjs";
import { freePort } from "../scripts/launcher/port.mjs";
import { endAll, runNodeQuietly } from "../scripts/launcher/processes.mjs";
import { lighthouseScores } from "./lighthouse.mjs";
import { read, scriptBytes, timeInTurns } from "./measure.mjs";
import { serveEmptyPage, serveProduct } from "./servers.mjs";

const PAGES = { overview: "/", list: "/targets?limit=50", target: "/targets/NT-T02" };
const figures = [];
const data = mkdtempSync(join(tmpdir(), "guatu-bench-"));

/** `bound` is the most the ratio may be, or with `atLeast` the least. */
function add(name, value, unit, beside, bound, { atLeast = false, ratio = value / beside } = {}) {
  const ok = atLeast ? ratio >= bound : ratio <= bound;
  figures.push({ name, value: round(value), unit, beside: round(beside), ratio: round(ratio), bound, ok });
}

function round(number) {
  return Math.round(number * 100) / 100;
}

async function measureServer(product, empty) {
  const works = { empty: () => read(empty) };
  for (const page of ["overview", "list"]) works[page] = () => read(product + PAGES[page]);
  const times = await timeInTurns(works, { warm: 30, rounds: 100 });
  for (const page of ["overview", "list"]) add(`server time of ${page}`, times[page], "ms", times.empty, 2.5);
}

async function measureScripts(product, empty) {
  const least = await scriptBytes(empty);
  for (const [page, path] of Object.entries(PAGES)) {
    add(`first-load JavaScript of ${page}`, (await scriptBytes(product + path)) / 1024, "KiB", least / 1024, 1.1);
  }
}

async function measurePictures(product, browser) {
  const page = await browser.newPage({ viewport: { width: 720, height: 420 } });
  const times = await timeInTurns(
    {
      screenshot: async () => {
        await page.goto(`${product}/targets/NT-T02/chart.svg`);
        await page.screenshot();
      },
      server: () => read(`${product}/targets/NT-T02/chart.png`),
    },
    { warm: 5, rounds: 30 },
  );
  await page.close();
  add("chart PNG", times.server, "ms", times.screenshot, 15, { atLeast: true, ratio: times.screenshot / times.server });
}

/** One transaction, beside the three seconds a reviewer would wait. */
async function measureBulkApproval() {
  const env = { ...process.env, GUATU_DATA: data, GUATU_MODE: "demo", DATABASE_URL: "" };
  const args = [inRoot("bench/bulk-approval.ts")];
  const output = await runNodeQuietly("the bulk approval", args, 120_000, { typescript: true, env });
  const { milliseconds } = JSON.parse(output.trim().split("\n").at(-1));
  add("bulk approval of 500 reports", milliseconds, "ms", 3000, 1);
}

async function measureLighthouse(product, port) {
  for (const [page, path] of Object.entries(PAGES)) {
    for (const [category, score] of await lighthouseScores(product + path, port)) {
      add(`Lighthouse ${category} of ${page}`, score, "points", 100, 0.95, { atLeast: true });
    }
  }
}

function print(isJson) {
  if (isJson) {
    for (const figure of figures) process.stdout.write(`${JSON.stringify(figure)}\n`);
    return;
  }
  console.table(figures);
}

try {
  const executablePath = process.env.GUATU_BROWSER || (await findBrowser());
  const empty = await serveEmptyPage();
  const product = await serveProduct(data);
  const port = await freePort();
  const args = [`--remote-debugging-port=${port}`, "--disable-background-networking"];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  const browser = await chromium.launch({ executablePath, args });
  await step("server time", () => measureServer(product, empty));
  await step("first-load JavaScript", () => measureScripts(product, empty));
  await step("pictures", () => measurePictures(product, browser));
  await step("Lighthouse", () => measureLighthouse(product, port));
  await browser.close();
  await step("bulk approval", measureBulkApproval);
  print(process.argv.includes("--json"));
  if (figures.some((figure) => !figure.ok)) process.exitCode = 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await endAll();
  rmSync(data, { recursive: true, force: true });
}
