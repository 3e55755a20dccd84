// Views as of an earlier day: links preserve the day until the reader returns to today.
import type { Page } from "@playwright/test";
import { onDay } from "@/components/layout/as-of-limits";
import { expect, openMenu, signInAs, signOut, speak, test, word } from "@/e2e/fixtures";

const DAY = "2023-06-30";
const READ = [
  "/",
  "/targets",
  "/targets?light=behind",
  "/targets/NT-T02",
  "/departments",
  "/departments/commerce",
  "/sources",
  "/sources/nantong-daily-321",
  "/bulletins",
  "/method",
];
const OFFICE = ["/supervision", "/audit", "/targets/NT-T04"];

/** Files, and the workbooks for the values of the present. */
const WITHOUT_HISTORY = /^\/(?:evidence\/|supervision\/values\.zip)/;

/** Links that lose the day although their target page has history. */
async function lost(page: Page, path: string): Promise<string[]> {
  await page.goto(onDay(path, DAY));
  await expect(page.getByText(word("zh-CN", "layout.asOfBack"))).toBeVisible();
  const hrefs = await page
    .locator("main a[href^='/'], nav a[href^='/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(hrefs.length, path).toBeGreaterThan(0);
  return hrefs.filter((href) => {
    const [address = ""] = href.split("#");
    return !address.includes("asOf=") && onDay(href, DAY) !== href;
  });
}

test("links of public pages preserve the as-of date", async ({ page }) => {
  await speak(page, "zh-CN");
  for (const path of READ) expect.soft(await lost(page, path), path).toEqual([]);
});

test("links of the office preserve the as-of date, except to pages without history", async ({ page }) => {
  await speak(page, "zh-CN");
  await signInAs(page, "督查室督查员");
  for (const path of OFFICE) {
    const without = (await lost(page, path)).filter((href) => !WITHOUT_HISTORY.test(href));
    expect.soft(without, path).toEqual([]);
  }
});

test("navigates from the list to a target and back to today", async ({ page, isMobile }) => {
  await speak(page, "zh-CN");
  await page.goto(`/targets?asOf=${DAY}&q=NT-T02`);
  const banner = page.getByText(word("zh-CN", "layout.asOfBanner", { day: "2023年6月30日" }));
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page).toHaveURL(/\/targets\/NT-T02b?\?asOf=2023-06-30$/);
  await expect(banner).toBeVisible();
  await page
    .getByRole("navigation")
    .getByRole("link", { name: word("zh-CN", "layout.departments") })
    .click();
  await expect(page).toHaveURL(/\/departments\?asOf=2023-06-30$/);
  await expect(banner).toBeVisible();
  await page
    .getByRole("navigation")
    .getByRole("link", { name: word("zh-CN", "layout.targets") })
    .click();
  if (!isMobile) await page.getByRole("columnheader").first().getByRole("link").click();
  await page.getByRole("main").getByRole("searchbox").fill("投资");
  await expect(page).toHaveURL(/q=/);
  await expect(page).toHaveURL(/asOf=2023-06-30/);
  await expect(banner).toBeVisible();
  await page.getByText(word("zh-CN", "layout.asOfBack")).click();
  await expect(page).toHaveURL(/\/targets\?(?!.*asOf).*q=/);
  await expect(banner).toHaveCount(0);
});

test("choosing a day preserves the list filters", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/targets?department=commerce&kind=milestone");
  await openMenu(page, "zh-CN", "asOfLabel");
  await page.getByRole("textbox", { name: word("zh-CN", "layout.asOfLabel") }).fill(DAY);
  await page.getByRole("button", { name: word("zh-CN", "layout.asOfGo"), exact: true }).click();
  await expect(page).toHaveURL(/department=commerce&kind=milestone&asOf=2023-06-30/);
  await expect(page.getByRole("rowheader")).toHaveCount(3);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("an action leaves its page on the earlier day, and records the present", async ({ page }, { project }) => {
      await speak(page, "en");
      await signInAs(page, "Supervision Office supervisor", `/targets/NT-M05?asOf=${DAY}`);
      const banner = page.getByText(word("en", "layout.asOfBanner", { day: "30 Jun 2023" }));
      await expect(banner).toBeVisible();
      const text = `To be answered at once (${project.name}, ${javaScriptEnabled ? "with" : "without"} script)`;
      await page.getByText(word("en", "instructions.send")).first().click();
      await page.getByLabel(word("en", "instructions.body"), { exact: true }).fill(text);
      await page.getByLabel(word("en", "instructions.replyDueOn"), { exact: true }).fill("2023-10-13");
      await page.getByRole("button", { name: word("en", "instructions.send") }).click();
      // Without script it is inside the form, which is closed again.
      await expect(page.getByText(word("en", "form.done"))).toHaveCount(1);
      await expect(banner).toBeVisible();
      await expect(page.getByText(text)).toHaveCount(0);
      await page.goto("/targets/NT-M05");
      const entry = page.getByRole("listitem").filter({ hasText: text });
      await expect(entry).toContainText("30 Sep 2023");
    });
  });
}

test("an as-of date of today is not added to links", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto(`/targets?asOf=${DAY}`);
  await page.context().addCookies([{ name: "guatu-day", value: DAY, url: page.url() }]);
  await page.goto("/targets");
  const href = await page.getByRole("rowheader").first().getByRole("link").getAttribute("href");
  expect(href).toMatch(/^\/targets\/[A-Z0-9a-z-]+$/);
});

test("every page explains that nothing was known before the first day", async ({ page }) => {
  await speak(page, "zh-CN");
  const empty = "asOf=2020-01-01";
  for (const path of ["/", "/targets"]) {
    await page.goto(`${path}?${empty}`);
    await expect(page.getByText(word("zh-CN", "noTargets.title"))).toBeVisible();
    await expect(page.getByText(word("zh-CN", "noTargets.wait"))).toBeVisible();
  }
  await page.goto(`/targets?light=behind&${empty}`);
  await expect(page.getByText(word("zh-CN", "targetList.none"))).toBeVisible();
  await page.goto(`/departments?${empty}`);
  await expect(page.getByText(word("zh-CN", "departments.none"))).toBeVisible();
  await signInAs(page, "督查室督查员", `/?${empty}`);
  await expect(page.getByRole("link", { name: word("zh-CN", "noTargets.create") })).toBeVisible();
  await page.goto(`/supervision?${empty}`);
  await expect(page.getByText(word("zh-CN", "supervision.nowhere"))).toBeVisible();
  await signOut(page, "zh-CN");
  await signInAs(page, "市商务局审核人", `/review?${empty}`);
  await expect(page.getByText(word("zh-CN", "review.none"))).toBeVisible();
});

test("the month slider moves overview and target to the end of a month and back", { tag: "@desk" }, async ({
  page,
}) => {
  await speak(page, "zh-CN");
  for (const path of ["/", "/targets/NT-T02"]) {
    await page.goto(path);
    await openMenu(page, "zh-CN", "asOfLabel");
    const slider = page.getByRole("slider", { name: word("zh-CN", "layout.asOfSlider") });
    await slider.press("ArrowLeft");
    await expect(page).toHaveURL(`${path}?asOf=2023-08-31`);
    await slider.press("ArrowRight");
    await expect(page).toHaveURL(path);
  }
  await page.goto("/departments");
  await openMenu(page, "zh-CN", "asOfLabel");
  await expect(page.getByRole("slider")).toHaveCount(0);
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: word("zh-CN", "layout.asOfLabel") })).toHaveCount(0);
});
