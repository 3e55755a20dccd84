// Every example of the style guide compared with its reference picture. To accept a change of the look:
// npx playwright test styleguide --update-snapshots, and look at the new pictures.
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, speak, test } from "@/e2e/fixtures";

const require = createRequire(import.meta.url);
const FONT = "styleguide-font.ttf";

/** Controls look different on other systems. */
test.skip(process.platform !== "linux", "the reference pictures were taken on Linux");

/** One font on every machine: texts have the same width. */
async function useOneFont(page: Page): Promise<void> {
  await page.route(`**/${FONT}`, (route) =>
    route.fulfill({
      path: require.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
      contentType: "font/ttf",
    }),
  );
  await page.addStyleTag({
    content: `@font-face { font-family: "Style guide"; src: url("/${FONT}"); }
      :root { --font-sans: "Style guide"; --font-mono: "Style guide"; }`,
  });
  await page.evaluate(() => document.fonts.load('15px "Style guide"', "Aa 挂图"));
}

/** Differences in antialiasing, not a changed colour or a shifted control. */
const TOLERANCE = { maxDiffPixelRatio: 0.003, animations: "disabled" } as const;

for (const theme of ["light", "dark"] as const) {
  test(`every component looks as before, ${theme}`, async ({ page }) => {
    await speak(page, "en", theme);
    await page.goto("/styleguide");
    await useOneFont(page);
    const examples = page.locator("[data-example]");
    expect(await examples.count()).toBeGreaterThan(20);
    for (const example of await examples.all()) {
      const name = (await example.getAttribute("data-example")) ?? "";
      await expect
        .soft(example)
        .toHaveScreenshot([theme, `${name.toLowerCase().replaceAll(/\W+/g, "-")}.png`], TOLERANCE);
    }
  });
}

test("dialogs and toasts look as before", async ({ page }) => {
  await speak(page, "en", "light");
  await page.goto("/styleguide");
  await useOneFont(page);
  for (const variant of ["primary", "danger"]) {
    await page.getByRole("button", { name: `Confirm ${variant}` }).click();
    const dialog = page.getByRole("alertdialog");
    await expect.soft(dialog).toHaveScreenshot(["light", `dialog-${variant}.png`], TOLERANCE);
    await dialog.getByRole("button", { name: "Issue" }).click();
    const toast = page.getByRole("status").filter({ hasText: "NT-T01 is issued." });
    await expect.soft(toast).toHaveScreenshot(["light", "toast.png"], TOLERANCE);
    await toast.getByRole("button").click();
  }
});

test("a changed colour of one button is noticed", async ({ page }) => {
  await speak(page, "en", "light");
  await page.goto("/styleguide");
  await useOneFont(page);
  await page.addStyleTag({ content: ".border-accent.bg-accent { background: rgb(0 80 40) !important; }" });
  await expect(page.locator('[data-example="Button"]')).not.toHaveScreenshot(["light", "button.png"], TOLERANCE);
});
