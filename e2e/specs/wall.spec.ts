// The wall: fits both screen sizes, changes slides by timer and keys, and shows the age of its data without a network.
import AxeBuilder from "@axe-core/playwright";
import { expect, speak, test } from "@/e2e/fixtures";
import { LANGUAGES } from "@/lib/i18n/languages";

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];
for (const { size, language } of SIZES.flatMap((size) => LANGUAGES.map((language) => ({ size, language })))) {
  test(`every slide fits ${size.width} × ${size.height} (${language})`, async ({ page }) => {
    await page.setViewportSize(size);
    await speak(page, language);
    await page.goto("/wall");
    const count = await page.locator("section").count();
    expect(count).toBeGreaterThanOrEqual(5);
    for (let index = 0; index < count; index += 1) {
      await expect(page.locator("section.shown")).toHaveCount(1);
      const { wide, tall } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        tall: document.documentElement.scrollHeight,
      }));
      expect.soft({ index, wide, tall }).toEqual({ index, wide: size.width, tall: size.height });
      await page.keyboard.press("ArrowRight");
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
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
});

test.describe("without network", () => {
  test.use({ allowed: /ERR_INTERNET_DISCONNECTED/ });

  test("continues and shows the age of its data", async ({ page, context }) => {
    await speak(page, "en");
    await page.goto("/wall");
    await context.setOffline(true);
    await expect(page.getByRole("status")).toContainText("No network");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("heading", { name: /^Needs attention/ })).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByRole("status")).toHaveText("");
  });
});
