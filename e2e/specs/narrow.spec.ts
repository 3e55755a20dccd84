// No horizontal scrolling at 320 pixels (a small phone, or 400 % zoom on a desktop) or with text of twice the size, even
// with long names.
import type { Page } from "@playwright/test";
import { expect, signInAs, speak, test, unfold } from "@/e2e/fixtures";

test.use({ viewport: { width: 320, height: 640 } });

async function fits(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await unfold(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, `${path} is wider than the screen`).toBeLessThanOrEqual(320);
  }
}

const READ = ["/", "/targets", "/targets/NT-T02", "/targets/NT-M09", "/departments", "/departments/commerce"];
const MORE = [
  "/sources",
  "/sources/nantong-daily-321",
  "/bulletins",
  "/method",
  "/sign-in",
  "/targets?q=x&light=behind&year=2023",
];

for (const language of ["zh-CN", "en"] as const) {
  test(`public pages fit (${language})`, async ({ page }) => {
    await speak(page, language);
    await fits(page, [...READ, ...MORE]);
  });

  test(`desks fit (${language})`, async ({ page }) => {
    test.setTimeout(180_000);
    await speak(page, language);
    const accounts = [
      [
        language === "en" ? "Transport Bureau, reporter" : "市交通运输局填报人",
        ["/my", "/my/entry", "/settings", "/targets/NT-T02b/report"],
      ],
      [language === "en" ? "Transport Bureau, reviewer" : "市交通运输局审核人", ["/review"]],
      [
        language === "en" ? "Supervision Office supervisor" : "督查室督查员",
        ["/supervision", "/audit", "/targets/new", "/targets/NT-M01/revise", "/bulletins/templates"],
      ],
      [
        language === "en" ? "Administrator" : "系统管理员",
        ["/admin/users", "/admin/users?user=demo-transport-reporter", "/admin/departments", "/admin/rules"],
      ],
    ] as const;
    for (const [account, paths] of accounts) {
      await page.context().clearCookies();
      await speak(page, language);
      await signInAs(page, account);
      await fits(page, paths);
    }
  });
}

/** WCAG 1.4.12. */
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }";

test.describe("text of twice the size, or widely spaced", () => {
  test.use({ viewport: { width: 1280, height: 900 }, isMobile: false });

  /** Texts that their box cuts off, outside of regions that scroll. */
  const cutTexts = () =>
    [...document.querySelectorAll("main *, header *")]
      .filter((one) => one.checkVisibility() && one.clientWidth > 0 && !one.matches("input, select, textarea, svg *"))
      .filter((one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX) && one.closest(".sr-only") === null)
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.outerHTML.slice(0, 120));

  for (const language of ["zh-CN", "en"] as const) {
    test(`no page is wider than the screen or cuts a text (${language})`, async ({ page, context }) => {
      const browser = await context.newCDPSession(page);
      await browser.send("Page.enable");
      await browser.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
      await speak(page, language);
      for (const path of READ) {
        await page.goto(path);
        const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
        expect(size, "the text has twice its size").toBe(30);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(width, `${path} is wider than the screen`).toBeLessThanOrEqual(1280);
        expect.soft(await page.evaluate(cutTexts), `${path} cuts a text`).toEqual([]);
      }
      await browser.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
      for (const path of READ) {
        await page.goto(path);
        await page.addStyleTag({ content: SPACING });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(width, `${path} is wider than the screen, widely spaced`).toBeLessThanOrEqual(1280);
        expect.soft(await page.evaluate(cutTexts), `${path} cuts a widely spaced text`).toEqual([]);
      }
    });
  }
});
