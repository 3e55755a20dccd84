// Lighthouse scores of a page, with the presets for desktops and for phones.
import lighthouse, { defaultConfig, desktopConfig } from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const CONFIGS = { desktop: desktopConfig, phone: defaultConfig };

export const DEVICES = Object.keys(CONFIGS);

/** Scores from 0 to 100 by category; `port` is the debugging port of the browser. */
export async function lighthouseScores(url, { port, device, headers }) {
  const result = await lighthouse(
    url,
    { port, output: "json", logLevel: "error", onlyCategories: CATEGORIES, extraHeaders: headers },
    CONFIGS[device],
  );
  if (!result) throw new Error(`no report of ${url}`);
  return CATEGORIES.map((category) => [category, Math.round((result.lhr.categories[category]?.score ?? 0) * 100)]);
}
