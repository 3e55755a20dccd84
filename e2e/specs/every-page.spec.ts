// Every page in both languages, light and dark: a title in the head as sent, no axe violations (Chinese on a desktop,
// English on a phone), and no horizontal scrolling at either width.
import type { Page } from "@playwright/test";
import { findViolations } from "@/e2e/accessibility";
import { ACCOUNTS, ADMINISTRATOR, PUBLIC, REPORTER, SUPERVISOR } from "@/e2e/every-page";
import { expect, signInAs, speak, test, unfold } from "@/e2e/fixtures";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";

/** Switches the theme of a loaded page, without the transitions between the colours. */
function turnDark(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.dataset.theme = "dark";
    for (const transition of document.getAnimations()) transition.finish();
  });
}

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

async function look(page: Page, path: string): Promise<void> {
  const html = await (await page.goto(path))?.text();
  expect.soft(html?.split("</head>")[0], `${path} has no title in its head`).toMatch(/<title>[^<]+<\/title>/);
  await unfold(page);
  expect.soft(await findViolations(page, "wcag"), path).toEqual([]);
  await turnDark(page);
  expect.soft(await findViolations(page, "colours"), `${path} in dark`).toEqual([]);
  const own = page.viewportSize();
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(scrolls, `${path} is wider than a screen of ${size.width}`).toBeLessThanOrEqual(size.width);
  }
  if (own !== null) await page.setViewportSize(own);
}

test.describe.configure({ mode: "parallel", timeout: 300_000 });

function everyPage(language: Language): void {
  test("public pages", async ({ page }) => {
    await speak(page, language);
    for (const path of PUBLIC) await look(page, path);
  });

  test("the supervision office's pages", async ({ page }) => {
    await speak(page, language);
    await signInAs(page, ACCOUNTS.supervisor[language]);
    for (const path of SUPERVISOR) await look(page, path);
  });

  test("the administrator's pages", async ({ page }) => {
    await speak(page, language);
    await signInAs(page, ACCOUNTS.administrator[language]);
    for (const path of ADMINISTRATOR) await look(page, path);
  });

  test("a clerk's pages", async ({ page }) => {
    await speak(page, language);
    await signInAs(page, ACCOUNTS.reporter[language]);
    for (const path of REPORTER) await look(page, path);
  });
}

for (const language of LANGUAGES) {
  test.describe(language, { tag: language === "zh-CN" ? "@desk" : "@phone" }, () => everyPage(language));
}
