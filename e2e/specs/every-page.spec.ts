// Every page in both languages, light and dark: no violation that axe finds, nothing wider than the screen.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, signInAs, speak, test } from "@/e2e/fixtures";
import { LANGUAGES } from "@/lib/i18n/languages";

const PUBLIC = [
  "/",
  "/targets",
  "/targets?q=%E4%B8%8D%E5%AD%98%E5%9C%A8",
  "/targets/NT-T01",
  "/targets/NT-T03",
  "/targets/NT-M09",
  "/targets/NT-B05",
  "/departments",
  "/departments/commerce",
  "/sources",
  "/sources/nantong-daily-321",
  "/bulletins",
  "/sign-in",
  "/embed/targets/NT-T02",
  "/embed/overview",
  "/embed/comparison?targets=NT-T02,NT-T03",
  "/studio?targets=NT-T02",
  "/studio?targets=NT-T02,NT-T03,NT-M10",
  "/studio?department=commerce",
];
const REPORTER = ["/my", "/my/entry", "/settings", "/targets/NT-M01/report"];
const SUPERVISOR = [
  "/supervision",
  "/audit",
  "/bulletins",
  "/bulletins/templates",
  "/targets/new",
  "/targets/NT-T03",
  "/targets/NT-M01/revise",
  "/targets/NT-T04?asOf=2023-06-30",
  "/targets/NT-T02b/visibility",
];
const ADMINISTRATOR = [
  "/admin/users",
  "/admin/departments",
  "/admin/metrics",
  "/admin/metrics/transport-investment",
  "/admin/calendars",
  "/admin/working-days",
  "/admin/rules?aheadFrom=20&onTrackFrom=10&behindFrom=0",
];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function look(page: Page, path: string, width: number): Promise<void> {
  await page.goto(path);
  // What is folded must be right too: tables, reasons, menus.
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`);
  expect.soft(found).toEqual([]);
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(scrolls, `${path} is wider than the screen`).toBeLessThanOrEqual(width);
}

for (const language of LANGUAGES) {
  for (const theme of ["light", "dark"] as const) {
    test(`public pages (${language}, ${theme})`, async ({ page, viewport }) => {
      test.setTimeout(180_000);
      await speak(page, language, theme);
      for (const path of PUBLIC) await look(page, path, viewport?.width ?? 0);
    });

    test(`the supervision office's pages (${language}, ${theme})`, async ({ page, viewport }) => {
      test.setTimeout(120_000);
      await speak(page, language, theme);
      const account = language === "en" ? "Supervision Office supervisor" : "督查室督查员";
      await signInAs(page, account, language);
      for (const path of SUPERVISOR) await look(page, path, viewport?.width ?? 0);
    });

    test(`the administrator's pages (${language}, ${theme})`, async ({ page, viewport }) => {
      test.setTimeout(180_000);
      await speak(page, language, theme);
      await signInAs(page, language === "en" ? "Administrator" : "系统管理员", language);
      for (const path of ADMINISTRATOR) await look(page, path, viewport?.width ?? 0);
    });

    test(`a clerk's pages (${language}, ${theme})`, async ({ page, viewport }) => {
      await speak(page, language, theme);
      const account = language === "en" ? "Science and Technology Bureau, reporter" : "市科学技术局填报员";
      await signInAs(page, account, language);
      for (const path of REPORTER) await look(page, path, viewport?.width ?? 0);
    });
  }
}
