// The interactive drawing covers the server's figure: every text, line and box keeps its place and size.
import type { Page } from "@playwright/test";
import { expect, speak, test } from "@/e2e/fixtures";

interface Placed {
  readonly text: string;
  readonly font: string;
  readonly box: readonly number[];
}

/** The visible texts of the chart, its lines, its title and what follows it, in page coordinates. */
function placed(page: Page): Promise<Placed[]> {
  return page.evaluate(() => {
    const boxOf = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + scrollX, top + scrollY, width, height];
    };
    const isShown = (element: Element) =>
      element.getBoundingClientRect().width > 0 && getComputedStyle(element).visibility === "visible";
    const chart = document.querySelector(".chart-box") ?? document.body;
    const texts = [...chart.querySelectorAll("svg text")].filter(isShown).map((text) => {
      const { fontFamily, fontWeight, fontVariantNumeric } = getComputedStyle(text);
      return {
        text: text.textContent ?? "",
        font: [fontFamily, fontWeight, fontVariantNumeric].join(),
        box: boxOf(text),
      };
    });
    const others = ["h1", ".chart-title", ".chart-finding", ".chart-box", ".chart-foot", "footer"].map((name) => {
      const element = document.querySelector(name);
      return { text: name, font: "", box: element === null ? [] : boxOf(element) };
    });
    return [...texts, ...others];
  });
}

const sorted = (all: readonly Placed[]) =>
  all.toSorted((one, other) => one.text.localeCompare(other.text) || (one.box[1] ?? 0) - (other.box[1] ?? 0));

for (const width of [390, 1440]) {
  test(`nothing moves when the interactive chart takes over, ${width} pixels wide`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const viewport = { width, height: 900 };
    const options = { baseURL: baseURL ?? "", viewport, locale: "zh-CN", javaScriptEnabled: false };
    const withoutScript = await browser.newContext(options);
    await speak(page, "zh-CN");
    await withoutScript.addCookies(await page.context().cookies());
    const plain = await withoutScript.newPage();
    await plain.goto("/targets/NT-T02");
    const before = sorted(await placed(plain));
    await withoutScript.close();
    expect(before.length).toBeGreaterThan(20);

    await page.setViewportSize(viewport);
    await page.goto("/targets/NT-T02");
    const figure = page.getByRole("figure").first();
    await figure.getByRole("img").first().hover();
    await expect(figure.getByRole("application").first()).toBeVisible();
    await page.mouse.move(1, 1);
    const after = sorted(await placed(page));
    expect(after.map(({ text, font }) => [text, font])).toEqual(before.map(({ text, font }) => [text, font]));
    for (const [index, { text, box }] of before.entries()) {
      for (const [side, value] of box.entries()) {
        expect(Math.abs((after[index]?.box[side] ?? 0) - value), `${text} ${side}`).toBeLessThanOrEqual(1);
      }
    }
  });
}

test("a tooltip names the difference from the plan", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/targets/NT-T02");
  const box = page.getByRole("group", { name: /大交通/ }).first();
  await box.focus();
  await expect(page.getByRole("application").first()).toBeFocused();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("status").filter({ hasText: /比计划[高低].*亿元/ })).toBeVisible();
});

test("an embedded figure shows the readings of a day by pointer and keyboard, in its frame only", async ({ page }) => {
  for (const width of [390, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/embed/targets/NT-T02");
    const tooltip = page.getByRole("status");
    await expect(tooltip).toBeHidden();
    const chart = page.getByRole("group", { name: /大交通/ });
    await chart.focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
    await expect(tooltip).toContainText(/比计划[高低].*亿元/);
    await page.keyboard.press("Escape");
    await expect(tooltip).toBeHidden();
    const frame = (await chart.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
    await expect(tooltip).toBeVisible();
    const tip = (await tooltip.boundingBox()) ?? { x: -1, width: 0 };
    expect(tip.x).toBeGreaterThanOrEqual(frame.x);
    expect(tip.x + tip.width).toBeLessThanOrEqual(frame.x + frame.width + 1);
    await page.mouse.move(1, 1);
    await expect(tooltip).toBeHidden();
  }
  const { length } = await (await page.request.get("/embed/targets/NT-T02")).text();
  expect(length).toBeLessThan(60_000);
});
