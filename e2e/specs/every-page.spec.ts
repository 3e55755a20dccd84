// Every page in both languages, light and dark, on desktop and phone: a title in the head as sent, no axe violations,
// no horizontal scrolling.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ACCOUNTS, ADMINISTRATOR, PUBLIC, REPORTER, SUPERVISOR } from "@/e2e/every-page";
import { expect, signInAs, speak, test, unfold } from "@/e2e/fixtures";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function look(page: Page, path: string, width: number): Promise<void> {
  const html = await (await page.goto(path))?.text();
  expect.soft(html?.split("</head>")[0], `${path} has no title in its head`).toMatch(/<title>[^<]+<\/title>/);
  await unfold(page);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`);
  expect.soft(found).toEqual([]);
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(scrolls, `${path} is wider than the screen`).toBeLessThanOrEqual(width);
}

test.describe.configure({ mode: "parallel", timeout: 300_000 });

function everyPage(language: Language, theme: "light" | "dark"): void {
  test("public pages", async ({ page, viewport }) => {
    await speak(page, language, theme);
    for (const path of PUBLIC) await look(page, path, viewport?.width ?? 0);
  });

  test("the supervision office's pages", async ({ page, viewport }) => {
    await speak(page, language, theme);
    await signInAs(page, ACCOUNTS.supervisor[language], language);
    for (const path of SUPERVISOR) await look(page, path, viewport?.width ?? 0);
  });

  test("the administrator's pages", async ({ page, viewport }) => {
    await speak(page, language, theme);
    await signInAs(page, ACCOUNTS.administrator[language], language);
    for (const path of ADMINISTRATOR) await look(page, path, viewport?.width ?? 0);
  });

  test("a clerk's pages", async ({ page, viewport }) => {
    await speak(page, language, theme);
    await signInAs(page, ACCOUNTS.reporter[language], language);
    for (const path of REPORTER) await look(page, path, viewport?.width ?? 0);
  });
}

for (const language of LANGUAGES) {
  for (const theme of ["light", "dark"] as const) {
    // Colours do not depend on the width: desktop and phone test each language once, in light or dark.
    const tag = (language === "zh-CN") === (theme === "dark") ? "@desk" : "@phone";
    test.describe(`${language}, ${theme}`, { tag }, () => everyPage(language, theme));
  }
}
