// The monthly bulletin: frozen, edited, signed, published and downloaded; a visitor reads it.
import { readFile } from "node:fs/promises";
import JSZip from "jszip";
import { findViolations } from "@/e2e/accessibility";
import { confirmDialogs, expect, signInAs, speak, test } from "@/e2e/fixtures";

test("creates, signs and publishes a bulletin with its files", async ({ page, browser }) => {
  test.setTimeout(360_000);
  await confirmDialogs(page);
  await speak(page, "zh-CN");
  await signInAs(page, "督查室督查员");
  await page.goto("/bulletins");
  await page.getByLabel("月份").selectOption("2023-07");
  await page.getByLabel("数据截止日").fill("2023-06-30");
  await page.getByLabel("市商务局").check();
  await page.getByRole("button", { name: "冻结数据并拟稿" }).click();
  await expect(page.getByText("数据截止日不能早于该月。")).toBeVisible();
  await page.getByLabel("数据截止日").fill("2023-08-10");
  await page.getByRole("button", { name: "冻结数据并拟稿" }).click();
  await expect(page.getByRole("heading", { name: "关于2023年7月重点目标进展情况的通报" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /工作要求$/ })).toBeVisible();
  await expect(page.getByText("附件：1. 目标进展一览表")).toBeVisible();
  await expect(page.getByText("2023年8月10日印发")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, "the bulletin is wider than the screen").toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);

  const edit = page.getByRole("form", { name: "改写：一、总体情况" });
  await page.getByText("改写：一、总体情况").click();
  await edit.getByLabel("正文").fill("市商务局各项目标总体平稳。");
  await edit.getByRole("button", { name: "保存" }).click();
  await expect(page.locator("p", { hasText: /^市商务局各项目标总体平稳。$/ })).toBeVisible();

  await page.getByRole("button", { name: "签发" }).click();
  await expect(page.getByText(/^2023年第\d+期$/)).toBeVisible();
  await expect(page.getByText("改写：一、总体情况")).toHaveCount(0);
  await page.getByRole("button", { name: "印发" }).click();
  await expect(page.getByText("已印发")).toBeVisible();

  const word = page.getByRole("listitem").filter({ hasText: "Word 通报" });
  const link = word.getByRole("link", { name: /下载/ });
  await expect(link).toBeVisible({ timeout: 240_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^督查通报 2023-07 \d+\.docx$/);
  const zip = await JSZip.loadAsync(await readFile(await download.path()));
  expect(await zip.file("word/document.xml")?.async("string")).toContain("市商务局各项目标总体平稳。");

  const visitor = await browser.newContext();
  const publicPage = await visitor.newPage();
  await speak(publicPage, "zh-CN");
  await publicPage.goto(page.url());
  await expect(publicPage.getByText("市商务局各项目标总体平稳。")).toBeVisible();
  await expect(publicPage.getByRole("button", { name: "生成" })).toHaveCount(0);
  await expect(publicPage.getByRole("link", { name: /下载/ }).first()).toBeVisible();
  await visitor.close();
});
