// Lighthouse scores of a page, with the desktop preset.
import lighthouse, { desktopConfig } from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** Scores from 0 to 100 by category; `port` is the debugging port of the browser. */
export async function lighthouseScores(url, port) {
  const result = await lighthouse(
    url,
    { port, output: "json", logLevel: "error", onlyCategories: CATEGORIES },
    desktopConfig,
  );
  if (!result) throw new Error(`no report of ${url}`);
  return CATEGORIES.map((category) => [category, Math.round((result.lhr.categories[category]?.score ?? 0) * 100)]);
}
