// Lighthouse scores of a page, with the presets for desktops and for phones.
import lighthouse, { defaultConfig, desktopConfig } from "lighthouse";
import { median } from "./measure.mjs";

/** Of a page behind the sign-in, which search engines do not read. */
export const PRIVATE = ["performance", "accessibility", "best-practices"];
const CATEGORIES = [...PRIVATE, "seo"];
const CONFIGS = { desktop: desktopConfig, phone: defaultConfig };

export const DEVICES = Object.keys(CONFIGS);

const RUNS = 3;

async function run(url, { port, device, headers }, onlyCategories) {
  const flags = { port, output: "json", logLevel: "error", onlyCategories, extraHeaders: headers };
  const result = await lighthouse(url, flags, CONFIGS[device]);
  if (!result) throw new Error(`no report of ${url}`);
  return result.lhr;
}

const scoreOf = (report, category) => Math.round((report.categories[category]?.score ?? 0) * 100);

/** The audits that cost points, for the console. */
function failedAudits(report, category) {
  const audits = report.categories[category]?.auditRefs ?? [];
  return audits.filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1).map(({ id }) => id);
}

/**
 * Scores from 0 to 100 by category; that of performance, which depends on what else the machine does, is the median of
 * three runs. `port` is the debugging port of the browser.
 * @param categories those that apply to the page
 */
export async function lighthouseScores(url, { categories = CATEGORIES, ...settings }) {
  const report = await run(url, settings, categories);
  const paces = [scoreOf(report, "performance")];
  while (paces.length < RUNS) paces.push(scoreOf(await run(url, settings, ["performance"]), "performance"));
  return categories.map((category) => {
    const score = category === "performance" ? median(paces) : scoreOf(report, category);
    if (category !== "performance" && score < 100)
      process.stderr.write(`${url}, ${settings.device}: ${category}: ${failedAudits(report, category).join(", ")}\n`);
    return [category, score];
  });
}
