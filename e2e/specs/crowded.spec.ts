// A department with 220 targets and 200 submitted reports with the longest names: no horizontal scrolling, no axe
// violations, and every list shows its total. Runs in one project, because it sets the widths itself.
import type { Page } from "@playwright/test";
import { findViolations } from "@/e2e/accessibility";
import { expect, signInAs, speak, test, unfold, word } from "@/e2e/fixtures";
import { onSeparateServer } from "@/e2e/separate-server";
import type { Language } from "@/lib/i18n/languages";

await onSeparateServer("e2e/crowd.ts");
test.describe.configure({ mode: "serial" });

const PUBLIC = ["/", "/targets", "/departments", "/departments/crowd", "/targets/CROWD-021"];
const REVIEWER = ["/review", "/targets/CROWD-021"];
const REPORTER = ["/my", "/my/entry", "/targets/CROWD-021/report"];
const SUPERVISOR = ["/supervision", "/targets/CROWD-021", "/targets/new"];

const WIDTHS = [320, 390, 1280];

/** Checks every width, with disclosures open. Runs axe once per page, because it is slow with hundreds of rows. */
async function look(page: Page, paths: readonly string[], withAxe: boolean): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await unfold(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(scrolls, `${path} is wider than ${width}`).toBeLessThanOrEqual(width);
    }
    if (!withAxe) continue;
    expect.soft(await findViolations(page, "wcag"), path).toEqual([]);
  }
}

/** The label of the account's button on the sign-in page. */
async function enter(page: Page, language: Language, role: "reporter" | "reviewer"): Promise<void> {
  const endings = { reporter: ["填报人", ", reporter"], reviewer: ["审核人", ", reviewer"] } as const;
  const [chinese, english] = endings[role];
  await page.goto("/sign-in");
  const name =
    language === "en" ? new RegExp(`^Office of the Leading Group.*${english}$`) : new RegExp(`办公室${chinese}$`);
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

for (const [language, theme] of [
  ["zh-CN", "light"],
  ["en", "dark"],
] as const) {
  test(`public pages fit the screen (${language})`, async ({ page }) => {
    test.setTimeout(240_000);
    await speak(page, language, theme);
    await look(page, PUBLIC, language === "zh-CN");
    await look(page, ["/targets?limit=200", "/sign-in"], false);
  });

  test(`desks fit the screen (${language})`, async ({ page }) => {
    test.setTimeout(240_000);
    await speak(page, language, theme);
    await enter(page, language, "reviewer");
    await look(page, REVIEWER, language === "en");
    await enter(page, language, "reporter");
    await look(page, REPORTER, language === "en");
    await signInAs(page, language === "en" ? "Supervision Office supervisor" : "督查室督查员");
    await look(page, SUPERVISOR, language === "en");
  });
}

test("every list shows its total and limits the number of entries", async ({ page }) => {
  test.setTimeout(120_000);
  await speak(page, "en");
  await page.goto("/targets?department=crowd&limit=200");
  await expect(page.getByText("220 in all")).toBeVisible();
  await expect(page.getByRole("rowheader")).toHaveCount(200);
  await page.getByRole("link", { name: word("en", "targetList.next") }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(20);
  await page.goto("/departments/crowd");
  await page.getByRole("link", { name: "All 220 targets" }).click();
  await expect(page.getByText("220 in all")).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("heading", { name: /^Needs attention/ })).toContainText(/\d+/);
  await page
    .getByRole("link", { name: /^All \d+$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/targets\?light=missed/);
  await enter(page, "en", "reviewer");
  await page.goto("/review");
  const waiting = page.getByRole("checkbox");
  await expect(page.getByText("200 waiting")).toContainText("50 on this page");
  await expect(waiting).toHaveCount(50);
  const first = await waiting.first().getAttribute("value");
  await page.getByRole("link", { name: word("en", "review.next") }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(waiting).toHaveCount(50);
  expect(await waiting.first().getAttribute("value")).not.toBe(first);
  await page.getByRole("link", { name: word("en", "review.oldest") }).click();
  await expect(waiting.first()).toHaveValue(first ?? "");
});
