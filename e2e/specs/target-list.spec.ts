// The list of targets: filters with several values, search by pinyin, named views, the watch list, and its size.
import type { Page } from "@playwright/test";
import { confirmDialogs, expect, signInAs, speak, standOn, test, word } from "@/e2e/fixtures";

const say = (path: string, values?: Record<string, string | number>) => word("zh-CN", `targetList.${path}`, values);
const rows = (page: Page) => page.getByRole("main").getByRole("rowheader");
const menu = (page: Page, name: string) =>
  page.locator("summary").filter({ hasText: new RegExp(`^${name}( \\(\\d+\\))?`) });

/** On a phone the filters are in one disclosure. */
async function openFilters(page: Page, isMobile: boolean): Promise<void> {
  if (isMobile)
    await page
      .locator("summary")
      .filter({ hasText: new RegExp(`^${say("filter")}`) })
      .click();
}

/** Ticks the options of a menu; one menu is open at a time. */
async function tick(page: Page, name: string, options: readonly string[]): Promise<void> {
  await menu(page, say(name)).click();
  for (const option of options) {
    const box = page.getByRole("checkbox", { name: option, exact: true });
    // The list of the option before may arrive during the click and draw the boxes again.
    await expect(async () => {
      if (!(await box.isChecked())) await box.click();
      await expect(box).toBeChecked({ timeout: 2000 });
    }).toPass();
  }
}

const BUREAUS = ["市交通运输局", "市商务局"];
const CHOSEN =
  /department=(transport|commerce)&department=(transport|commerce)&light=(behind|on-track)&light=(behind|on-track)/;

async function expectFiltered(page: Page): Promise<void> {
  await expect(page).toHaveURL(CHOSEN);
  await expect(menu(page, say("department"))).toContainText("(2)");
  await expect(menu(page, say("light"))).toContainText("(2)");
  const list = page.getByRole("main").getByRole("table");
  await expect(list.locator('[data-light]:not([data-light="behind"], [data-light="on-track"])')).toHaveCount(0);
  const owners = await list.getByRole("row").locator("td:nth-of-type(1)").allTextContents();
  expect(new Set(owners)).toEqual(new Set(BUREAUS));
}

test("two departments and two lights apply as they are ticked", async ({ page, isMobile }) => {
  await speak(page, "zh-CN");
  await standOn(page, "2023-09-30");
  await page.goto("/targets");
  await openFilters(page, isMobile);
  await tick(page, "department", BUREAUS);
  await expect(page).toHaveURL(/department=\w+&department=\w+$/);
  await tick(page, "light", ["滞后", "正常"]);
  await expectFiltered(page);
  // The address alone shows the same list, and a chip removes one value.
  await page.reload();
  await expectFiltered(page);
  await page.getByRole("link", { name: /移除 责任部门：市商务局/ }).click();
  await openFilters(page, isMobile);
  await expect(menu(page, say("department"))).toContainText("(1)");
  await menu(page, say("department")).click();
  await expect(page.getByRole("checkbox", { name: "市商务局" })).not.toBeChecked();
  await page.keyboard.press("Escape");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("two departments and two lights apply by the button", async ({ page, isMobile }) => {
    await speak(page, "zh-CN");
    await standOn(page, "2023-09-30");
    await page.goto("/targets");
    await openFilters(page, isMobile);
    await tick(page, "department", BUREAUS);
    await tick(page, "light", ["滞后", "正常"]);
    await page.getByRole("button", { name: say("apply"), exact: true }).click();
    await expectFiltered(page);
  });
});

for (const language of ["zh-CN", "en"] as const) {
  // Sets its own width, so once is enough.
  test(`the filters take one line of a small tablet (${language})`, { tag: "@desk" }, async ({ page }) => {
    await page.setViewportSize({ width: 768, height: 1024 });
    await speak(page, language);
    await page.goto("/targets");
    const form = page.getByRole("form", { name: word(language, "targetList.filter"), exact: true });
    const search = await form.getByRole("searchbox").boundingBox();
    const whole = await form.boundingBox();
    expect(search?.width).toBeGreaterThanOrEqual(120);
    // As high as its search field.
    expect(whole?.height).toBeLessThanOrEqual((search?.height ?? 0) + 8);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(768);
  });
}

test("an address with commas still works", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/targets?department=transport,commerce&light=behind,on-track");
  await expect(page.getByRole("list", { name: say("conditions") }).getByRole("link")).toHaveCount(4);
});

test("the list is searched by pinyin, first letters and traditional characters while it is typed", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/targets");
  const search = page.getByRole("main").getByRole("searchbox");
  for (const typed of ["djtwctz", "dajiaotongwancheng", "大交通完成投資"]) {
    // What is typed before the page's script runs is searched by Enter only.
    await expect(async () => {
      await search.fill("");
      await search.fill(typed);
      await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(typed)}`), { timeout: 4000 });
    }).toPass();
    await expect(search).toBeFocused();
    await expect(rows(page).filter({ hasText: "NT-T02" }).first()).toBeVisible();
    await expect(rows(page).filter({ hasText: "NT-M09" })).toHaveCount(0);
  }
});

test("a list is saved under a name, opened, renamed and deleted", async ({ page }) => {
  await speak(page, "zh-CN");
  await confirmDialogs(page);
  await signInAs(page, "督查室督查员", "/targets?department=transport&light=on-track");
  const views = page.locator("summary").filter({ hasText: say("views") });
  await views.click();
  const name = `交通正常 ${Date.now()}`;
  await page.getByRole("textbox", { name: say("saveView") }).fill(name);
  await page.getByRole("button", { name: say("save"), exact: true }).click();
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  await page.goto("/targets");
  await views.click();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page).toHaveURL(/\/targets\?department=transport&light=on-track$/);
  const entry = page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
  if (!(await entry.isVisible())) await views.click();
  await entry.locator("summary").click();
  await entry.getByRole("textbox").fill(`${name} 改`);
  await entry.getByRole("button", { name: say("rename"), exact: true }).click();
  const renamed = page.getByRole("link", { name: `${name} 改`, exact: true });
  await expect(renamed).toBeVisible();
  const changed = page.getByRole("listitem").filter({ has: renamed });
  await changed.getByRole("button", { name: say("deleteView"), exact: true }).click();
  await expect(renamed).toHaveCount(0);
});

test("a starred target is on the watch list", async ({ page }) => {
  await speak(page, "zh-CN");
  await signInAs(page, "督查室督查员", "/targets?q=NT-T04");
  const star = page.getByRole("button", { name: say("star", { code: "NT-T04" }) });
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await expect(star).toBeFocused();
  await page.goto("/targets?starred=only");
  await expect(rows(page).filter({ hasText: "NT-T04" })).toHaveCount(1);
  await page.goto("/targets/NT-T04");
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await page.goto("/targets?starred=only");
  await expect(rows(page).filter({ hasText: "NT-T04" })).toHaveCount(0);
});

test("a visitor has no stars and no views", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/targets");
  await expect(page.getByRole("button", { name: say("star", { code: "NT-T04" }) })).toHaveCount(0);
  await expect(page.locator("summary").filter({ hasText: say("views") })).toHaveCount(0);
});

for (const language of ["zh-CN", "en"] as const) {
  for (const density of ["comfortable", "compact"] as const) {
    test(`12 rows fit into 1440 × 900 (${language}, ${density})`, { tag: "@desk" }, async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await speak(page, language);
      await standOn(page, "2023-09-30");
      await page.goto("/targets");
      if (density === "compact") {
        await page.getByRole("button", { name: word(language, "targetList.compact") }).click();
        await expect(
          page.getByRole("button", { name: word(language, "targetList.compact"), pressed: true }),
        ).toBeVisible();
        await page.reload();
      }
      const box = await rows(page).nth(11).boundingBox();
      expect((box?.y ?? 900) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    });
  }
}

test("the header stays while the list scrolls", { tag: "@desk" }, async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await speak(page, "zh-CN");
  await page.goto("/targets");
  await rows(page).nth(20).scrollIntoViewIfNeeded();
  await expect(page.getByRole("columnheader").first()).toBeInViewport();
});

for (const language of ["zh-CN", "en"] as const) {
  test(`the list fits into 320 pixels with every menu open (${language})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await speak(page, language);
    await signInAs(
      page,
      language === "en" ? "Supervision Office supervisor" : "督查室督查员",
      "/targets?light=behind&q=a",
    );
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) {
        fold.removeAttribute("name");
        fold.open = true;
      }
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}
