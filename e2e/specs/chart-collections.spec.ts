// The charts of a large list as a file from the background: requested, followed, downloaded and opened.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import JSZip from "jszip";
import { findViolations } from "@/e2e/accessibility";
import { expect, signInAs, speak, test, word } from "@/e2e/fixtures";

/** Files are generated at the lowest priority, which is slow on a busy machine. */
const LIMIT_MS = 240_000;

const text = (path: string) => word("en", `chartCollection.${path}`);
const rowOf = (page: Page, format: string) =>
  page.getByRole("listitem").filter({ hasText: `${text(`links.${format}`)} · as known on` });
const downloads = (page: Page) => page.getByRole("link", { name: word("en", "generatedFile.download") });

async function opened(page: Page): Promise<JSZip> {
  const [download] = await Promise.all([page.waitForEvent("download"), downloads(page).first().click()]);
  expect(download.suggestedFilename()).toMatch(/^Charts of targets 2023-\d\d-\d\d\.zip$/);
  return JSZip.loadAsync(await readFile(await download.path()));
}

const picturesOf = (zip: JSZip) => Object.keys(zip.files).filter((name) => name.endsWith(".png"));

test("a list of more than 12 targets becomes a file in the background", async ({ page }, { project }) => {
  test.setTimeout(LIMIT_MS + 60_000);
  await speak(page, "en");
  // An account for each project: a finished file would be found, not generated again.
  await signInAs(page, project.name === "phone" ? "Administrator" : "Supervision Office supervisor");
  await page.goto("/targets?freshness=current&sort=code");
  const count = Number(/\d+/.exec((await page.getByRole("status").first().textContent()) ?? "")?.[0]);
  expect(count).toBeGreaterThan(12);
  await expect(page.getByText(text("links.inBackground"))).toBeVisible();
  await page.getByRole("link", { name: text("links.zip") }).click();
  await expect(page).toHaveURL(/\/targets\/charts\?.*sort=code/);
  await expect(page.getByRole("heading", { level: 1, name: text("title") })).toBeVisible();
  await page.getByRole("button", { name: text("links.zip") }).click();
  await expect(page.getByRole("heading", { name: text("files.own") })).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await expect(downloads(page)).toBeVisible({ timeout: LIMIT_MS });
  const pictures = picturesOf(await opened(page));
  expect(pictures.length).toBeGreaterThan(12);
  expect(pictures.length).toBeLessThanOrEqual(count);

  // The third one waits for the others.
  for (const format of ["docx", "pptx", "pdf"]) {
    await page.getByRole("button", { name: text(`links.${format}`) }).click();
    await expect(rowOf(page, format)).toBeVisible();
  }
  await rowOf(page, "pdf")
    .getByRole("button", { name: word("en", "generatedFile.cancel") })
    .click();
  await expect(rowOf(page, "pdf")).toHaveCount(0);
  await expect(rowOf(page, "zip")).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a visitor requests a file, refreshes the page and downloads it", async ({ page }) => {
    test.setTimeout(LIMIT_MS + 60_000);
    await speak(page, "en");
    await page.goto("/targets?light=on-track&light=ahead&asOf=2023-08-31");
    await page.getByRole("link", { name: text("links.zip") }).click();
    await expect(page).toHaveURL(/\/targets\/charts\?/);
    await page.getByRole("button", { name: text("links.zip") }).click();
    await expect(page.getByRole("heading", { name: text("files.ofList") })).toBeVisible();
    await expect(page.getByText("as known on 31 Aug 2023").first()).toBeVisible();
    await expect(async () => {
      await page.getByRole("link", { name: text("files.refresh") }).click();
      await expect(downloads(page)).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: LIMIT_MS });
    expect(picturesOf(await opened(page)).length).toBeGreaterThan(12);
  });
});
