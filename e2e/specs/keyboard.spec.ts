// Keyboard only: skip link, shortcuts, report and approval, chart, list filters.
import type { Locator, Page } from "@playwright/test";
import { expect, openMenu, signInAs, speak, test, word } from "@/e2e/fixtures";
import { ReportPage } from "@/e2e/pages/report-page";
import { ReviewPage } from "@/e2e/pages/review-page";

const say = (path: string) => word("zh-CN", path);

/** Presses Tab until the element has focus. */
async function tabTo(page: Page, sought: Locator): Promise<void> {
  await expect(sought).toBeVisible();
  for (let tabs = 0; tabs < 80; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await sought.evaluate((element) => element.contains(document.activeElement))) return;
  }
  throw new Error("the keyboard does not lead there");
}

/** Presses a key that works only once the page's script runs, until the focus is on `sought`. */
async function pressUntilFocused(page: Page, key: string, sought: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(sought).toBeFocused({ timeout: 1000 });
  }).toPass();
}

test("the first Tab skips the menu", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/targets");
  const skip = page.getByRole("link", { name: say("layout.skip") });
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inside = await page.getByRole("main").evaluate((main) => main.contains(document.activeElement));
  expect(inside).toBe(true);
});

test("a single key opens the search and the list of shortcuts, until these keys are turned off", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/sources");
  const search = page.getByRole("searchbox", { name: say("layout.search") });
  await pressUntilFocused(page, "/", search);
  await page.keyboard.type("?/");
  await expect(search).toHaveValue("?/");
  const sheet = page.getByRole("region", { name: say("shortcuts.title") });
  await expect(sheet).toBeHidden();

  await page.reload();
  await pressUntilFocused(page, "?", sheet.getByRole("button", { name: say("shortcuts.hide") }));
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.getByRole("button", { name: say("shortcuts.title") }).press("Enter");
  await sheet.getByRole("button", { name: say("shortcuts.turnOff") }).press("Enter");
  await expect(page.getByText(say("shortcuts.isOff"))).toBeAttached();
  await page.reload();
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  await expect(sheet).toBeHidden();
  await expect(page.locator("#search:focus")).toHaveCount(0);
});

test("the tour of a desk is hidden, and opened again from the account menu", { tag: "@desk" }, async ({ page }) => {
  await speak(page, "zh-CN");
  await signInAs(page, "市科学技术局审核人", "/review");
  const tour = page.getByRole("complementary", { name: say("tour.title") });
  await expect(tour.getByRole("listitem")).toHaveCount(4);
  await tour.getByRole("button", { name: say("tour.dismiss") }).press("Enter");
  await expect(tour).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(tour).toBeHidden();
  await openMenu(page, "zh-CN", "account");
  await page.getByRole("link", { name: say("layout.tour") }).press("Enter");
  await expect(page).toHaveURL(/\/review\?tour/);
  await expect(tour).toBeVisible();
});

test("a report is written and approved by keyboard only", { tag: "@desk" }, async ({ page, browser }) => {
  await speak(page, "zh-CN");
  await signInAs(page, "市交通运输局填报人");
  const form = new ReportPage(page, "zh-CN");
  await form.open("NT-T03");
  await tabTo(page, page.getByRole("textbox", { name: say("report.form.place") }));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("1");
  await tabTo(page, form.note);
  await page.keyboard.type("前三季度投资总量居全省第一。");
  await tabTo(page, form.submitButton);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByText(say("report.form.submitted"), { exact: true })).toBeVisible();

  const desk = await browser.newPage({ baseURL: test.info().project.use.baseURL, locale: "en-GB" });
  await speak(desk, "en");
  await signInAs(desk, "Transport Bureau, reviewer", "/review");
  const review = new ReviewPage(desk, "en");
  const approve = review.report("NT-T03").getByRole("button", { name: "Approve NT-T03", exact: true });
  await tabTo(desk, approve);
  await desk.keyboard.press("Enter");
  const question = desk.getByRole("alertdialog", { name: /^Approve NT-T03, as of/ });
  await expect(question).toBeVisible();
  await expect(question.getByText(/^(\d(st|nd|rd)|—) → 1st$/)).toBeVisible();
  await expect(question.getByText("Reporter, Transport Bureau (demo)")).toBeVisible();
  await expect(question.getByText("no files")).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(approve).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(question).toBeVisible();
  await desk.keyboard.press("Enter");
  await expect(review.report("NT-T03")).toHaveCount(0);
  await expect(desk.getByRole("status").filter({ hasText: /^Approved NT-T03: .* → 1st\./ })).toBeVisible();
  await desk.goto("/targets/NT-T03");
  await expect(desk.getByText(/Reporter, Transport Bureau \(demo\)/).first()).toBeVisible();
  expect(await desk.getByRole("main").textContent()).not.toContain("示例账号");
  await desk.close();
});

test("a chart announces its values by keyboard, without series hidden in the legend", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/targets/NT-T02");
  const figure = page.getByRole("figure").first();
  await tabTo(page, figure.getByRole("group").first());
  const chart = figure.getByRole("application").first();
  await expect(chart).toBeFocused();
  await page.keyboard.press("ArrowRight");
  const values = figure.getByRole("status").filter({ hasText: /2023年\d+月\d+日/ });
  await expect(values).toBeVisible();
  const before = (await values.textContent()) ?? "";
  await page.keyboard.press("ArrowRight");
  await expect(values).not.toHaveText(before);
  await expect(values.getByText("计划进度", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(values).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await expect(values).toBeVisible();
  await figure.getByText(say("chart.lines"), { exact: true }).click();
  const planned = figure.getByRole("button", { name: /^计划进度/ });
  await planned.focus();
  await page.keyboard.press("Space");
  await expect(planned).toHaveAttribute("aria-pressed", "false");
  await chart.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(values).toBeVisible();
  await expect(values.getByText("计划进度", { exact: true })).toHaveCount(0);
});

test("copies the chart image to the clipboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await speak(page, "zh-CN");
  await page.goto("/targets/NT-T02");
  await page
    .getByRole("button", { name: say("charts.copy") })
    .first()
    .click();
  await expect(page.getByText(say("charts.copied"))).toBeVisible();
  const picture = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item?.getType("image/png");
    return blob === undefined ? null : (await createImageBitmap(blob)).width;
  });
  expect(picture).toBeGreaterThan(800);
});

test("removing a filter by keyboard moves focus to another filter", async ({ page, isMobile }) => {
  await speak(page, "zh-CN");
  await page.goto("/targets?department=transport&light=behind&light=on-track&sort=code");
  const chips = page.getByRole("list", { name: say("targetList.conditions") }).getByRole("link");
  await expect(chips).toHaveCount(3);
  // On a phone the filters are folded.
  if (!isMobile) await expect(page.getByText(`${say("targetList.light")} (2)`, { exact: true })).toBeVisible();
  const behind = page.getByRole("link", { name: "移除 状态灯：滞后", exact: true });
  await tabTo(page, behind);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?department=transport&light=on-track&sort=code$/);
  await expect(chips).toHaveCount(2);
  await expect(chips.nth(1)).toBeFocused();
  await page.getByRole("link", { name: say("targetList.clear") }).click();
  await expect(page).toHaveURL(/\/targets\?sort=code$/);
  await expect(chips).toHaveCount(0);
});
