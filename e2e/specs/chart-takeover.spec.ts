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

for (const width of [390, 1440]) {
  test(`the browser reports no layout shift until the chart is interactive, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      const shifts: { readonly value: number; readonly nodes: readonly string[] }[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          readonly value: number;
          readonly sources: readonly { readonly node: Node | null }[];
        })[]) {
          shifts.push({
            value: entry.value,
            nodes: entry.sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? ""),
          });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await speak(page, "zh-CN");
    await page.goto("/targets/NT-T02");
    const figure = page.getByRole("figure").first();
    await figure.getByRole("img").first().hover();
    await expect(figure.getByRole("application").first()).toBeVisible();
    // What the observer finds in these frames is reported after them.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 200))),
        ),
    );
    expect(await page.evaluate(() => (window as unknown as { readonly shifts: unknown[] }).shifts)).toEqual([]);
    // The observer works: a line above the chart moves it.
    await figure.evaluate((one) => one.before(Object.assign(document.createElement("p"), { textContent: "moves" })));
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { readonly shifts: unknown[] }).shifts.length))
      .toBeGreaterThan(0);
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
    await expect(tooltip).toContainText(/比计划[高低].*亿元/, { useInnerText: true });
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

test("an embedded comparison is read panel by panel, and row by row", async ({ page }) => {
  for (const width of [390, 1000]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/embed/comparison?targets=NT-T02,NT-T03,NT-T01,NT-M10");
    const tooltip = page.getByRole("status");
    const chart = page.getByRole("group", { name: /^目标对比/ });
    await chart.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(tooltip).toContainText("大交通完成投资", { useInnerText: true });
    await expect(tooltip).toContainText("2023年", { useInnerText: true });
    const first = await tooltip.allInnerTexts();
    await page.keyboard.press("ArrowDown");
    await expect(tooltip).not.toContainText("大交通完成投资", { useInnerText: true });
    await page.keyboard.press("ArrowUp");
    expect(await tooltip.allInnerTexts()).toEqual(first);
    await page.keyboard.press("Escape");
    await expect(tooltip).toBeHidden();
    // Over each quarter of the first panel, the marked day is in that panel.
    const frame = (await chart.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(frame.x + frame.width / (width < 560 ? 2 : 4), frame.y + (width < 560 ? 200 : 180));
    await expect(tooltip).toContainText("大交通完成投资", { useInnerText: true });
    const sizes = await page.evaluate(() => [
      getComputedStyle(document.querySelector(".tip") ?? document.body).fontFamily,
      getComputedStyle([...document.querySelectorAll("svg text")].at(-1) ?? document.body).fontFamily,
    ]);
    expect(sizes[0]).toBe(sizes[1]);

    await page.goto("/embed/comparison?targets=NT-T02,NT-T03&as=shares");
    const rows = page.getByRole("group");
    await rows.focus();
    await page.keyboard.press("ArrowDown");
    await expect(tooltip).toContainText("%", { useInnerText: true });
    const above = await tooltip.allInnerTexts();
    await page.keyboard.press("ArrowDown");
    expect(await tooltip.allInnerTexts()).not.toEqual(above);
    const box = (await rows.boundingBox()) ?? { x: 0, width: 0 };
    const tip = (await tooltip.boundingBox()) ?? { x: -1, width: 0 };
    expect(tip.x).toBeGreaterThanOrEqual(box.x);
    expect(tip.x + tip.width).toBeLessThanOrEqual(box.x + box.width + 1);
  }
});

test("an embedded department and the overview are read row by row", async ({ page }) => {
  for (const [address, text] of [
    ["/embed/departments/transport", /%/],
    ["/embed/overview", /正常/],
  ] as const) {
    await page.goto(address);
    await page.getByRole("group").focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("status")).toContainText(text, { useInnerText: true });
  }
});

for (const [lang, address] of [
  ["zh-CN", "/targets/NT-T02"],
  ["en", "/targets/NT-T02"],
  ["zh-CN", "/embed/targets/NT-T02"],
  ["en", "/embed/targets/NT-T02?lang=en"],
] as const) {
  test(`a tooltip covers at most two fifths of the plot's width on a phone, ${lang} ${address}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await speak(page, lang);
    await page.goto(address);
    const chart = page
      .getByRole("group")
      .filter({ has: page.getByRole("img") })
      .first();
    await chart.scrollIntoViewIfNeeded();
    await chart.focus();
    const tooltip = page.getByRole("status").filter({ visible: true }).first();
    const plot = await page.evaluate(() => {
      const shown = [...document.querySelectorAll("svg")].filter((svg) => svg.querySelector("line") !== null);
      const lines = shown
        .flatMap((svg) => [...svg.querySelectorAll("line")])
        .map((line) => line.getBoundingClientRect());
      return Math.max(...lines.map(({ width }) => width));
    });
    expect(plot).toBeGreaterThan(100);
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press("ArrowRight");
      await expect(tooltip).toBeVisible();
      const tip = (await tooltip.boundingBox()) ?? { width: Number.POSITIVE_INFINITY };
      expect(tip.width).toBeLessThanOrEqual(plot * 0.4 + 1);
    }
  });
}
