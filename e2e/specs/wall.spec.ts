// The wall: fills both screen sizes with legible text, changes slides by timer and keys, and shows the time and the
// age of its data without a network.
import type { Page } from "@playwright/test";
import { findViolations } from "@/e2e/accessibility";
import { expect, speak, test } from "@/e2e/fixtures";
import { LANGUAGES } from "@/lib/i18n/languages";

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];
/** At 1920 × 1080, in pixels. */
const SMALLEST_NAME = 28;
const SMALLEST_TEXT = 20;
/** Of the height of the screen. */
const LARGEST_GAP = 0.15;

/** The smallest text and name in pixels, and the largest band of the screen without text or drawing. */
function measureSlide(page: Page) {
  return page.evaluate(() => {
    const slide = document.querySelector("section.shown");
    const main = document.querySelector("main");
    if (slide === null || main === null) throw new Error("no slide");
    const sizeOf = (element: Element) => {
      const svg = element.closest("svg");
      const scale = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    };
    const texts: { size: number; isName: boolean }[] = [];
    const bands = [...slide.querySelectorAll("svg, .bar")].map((one) => one.getBoundingClientRect());
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const holder = node.parentElement;
      const range = document.createRange();
      range.selectNodeContents(node);
      const [rect] = range.getClientRects();
      if (holder === null || rect === undefined || rect.height === 0 || !node.textContent?.trim()) continue;
      texts.push({ size: sizeOf(holder), isName: holder.closest(".name, .bars b") !== null });
      if (slide.contains(node)) bands.push(...range.getClientRects());
    }
    const { top, bottom } = main.getBoundingClientRect();
    let [reached, gap] = [top, 0];
    for (const band of bands.toSorted((one, other) => one.top - other.top)) {
      gap = Math.max(gap, band.top - reached);
      reached = Math.max(reached, band.bottom);
    }
    return {
      smallest: Math.min(...texts.map(({ size }) => size)),
      smallestName: Math.min(...texts.filter(({ isName }) => isName).map(({ size }) => size)),
      gap: Math.max(gap, bottom - reached) / window.innerHeight,
      dots: [...document.querySelectorAll("#dots span")].map((dot) => dot.classList.contains("on")),
      notices: document.body.textContent.match(/illustrative|示例/g)?.length,
    };
  });
}

for (const { size, language } of SIZES.flatMap((size) => LANGUAGES.map((language) => ({ size, language })))) {
  test(`every slide fits and fills ${size.width} × ${size.height} (${language})`, async ({ page }) => {
    await page.setViewportSize(size);
    await speak(page, language);
    await page.goto("/wall");
    const count = await page.locator("section").count();
    expect(count).toBeGreaterThanOrEqual(5);
    await expect(page.locator("#clock")).toHaveText(/^\d\d:\d\d$/);
    const scale = size.width / 1920;
    for (let index = 0; index < count; index += 1) {
      await expect(page.locator("section.shown")).toHaveCount(1);
      const { wide, tall } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        tall: document.documentElement.scrollHeight,
      }));
      expect.soft({ index, wide, tall }).toEqual({ index, wide: size.width, tall: size.height });
      const measured = await measureSlide(page);
      expect.soft(measured.smallest, `text of slide ${index}`).toBeGreaterThanOrEqual(SMALLEST_TEXT * scale);
      expect.soft(measured.smallestName, `names of slide ${index}`).toBeGreaterThanOrEqual(SMALLEST_NAME * scale);
      expect.soft(measured.gap, `empty part of slide ${index}`).toBeLessThan(LARGEST_GAP);
      expect.soft(measured.dots).toEqual(Array.from({ length: count }, (_, at) => at === index));
      expect.soft(measured.notices, `notices on slide ${index}`).toBe(1);
      await page.keyboard.press("ArrowRight");
    }
    expect(await findViolations(page)).toEqual([]);
  });
}

test("advances automatically and stops when paused", async ({ page }) => {
  await speak(page, "en");
  await page.clock.install();
  await page.goto("/wall?seconds=3");
  const first = page.getByRole("heading", { name: /^Lights by department/ });
  await expect(first).toBeVisible();
  await page.clock.runFor(3100);
  await expect(page.getByRole("heading", { name: /^Needs attention/ })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press(" ");
  await expect(page.locator("#place")).toContainText("‖");
  await page.clock.runFor(10_000);
  await expect(first).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.clock.runFor(3100);
  await expect(page.getByRole("heading", { name: /^Needs attention/ })).toBeVisible();
});

test.describe("without network", () => {
  test.use({ allowed: /ERR_INTERNET_DISCONNECTED/, timezoneId: "America/New_York" });

  test("continues and shows the time of the city and the age of its data", async ({ page, context }) => {
    await speak(page, "en");
    await page.clock.install({ time: "2026-01-05T02:05:10Z" });
    await page.goto("/wall?seconds=600");
    await expect(page.locator("#clock")).toHaveText("10:05");
    await context.setOffline(true);
    await page.clock.runFor(60_000);
    await expect(page.locator("#clock")).toHaveText("10:06");
    await expect(page.getByRole("status")).toContainText("No network");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("heading", { name: /^Needs attention/ })).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByRole("status")).toHaveText("");
  });
});
