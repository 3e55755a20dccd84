// Accessibility violations of a page, found by axe.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The rules of WCAG 2.2 AA. */
const WCAG_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules whose result depends on the theme, which changes nothing but colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

type Rules = "all" | "wcag" | "colours";

function builderFor(page: Page, rules: Rules): AxeBuilder {
  // Legacy mode: the default opens a blank page to merge results from cross-origin frames, and the app has none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules === "wcag") return axe.withTags(WCAG_TAGS);
  return rules === "colours" ? axe.withRules(COLOUR_RULES) : axe;
}

/** Each violated rule with the first element that violates it. */
export async function findViolations(page: Page, rules: Rules = "all"): Promise<string[]> {
  const { violations } = await builderFor(page, rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
