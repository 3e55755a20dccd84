// Steps of a milestone: pasted into the form as rows, and named under a light once they are overdue.
import type { Page } from "@playwright/test";
import { expect, signInAs, speak, standOn, test } from "@/e2e/fixtures";

async function paste(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().focus();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("ControlOrMeta+V");
}

test.beforeEach(async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await speak(page, "zh-CN");
  await standOn(page, "2023-03-15");
  await signInAs(page, "督查室督查员", "/targets/new");
});

test("steps are pasted as rows, with the sum of their weights", { tag: "@desk" }, async ({ page }) => {
  await page.getByRole("radio", { name: /^里程碑/ }).check();
  await paste(page, "节点计划日期", "2023/3/31\t签订合同\t27\n2023/6/30\t办理许可\t3\n2023/11/30\t建成\t70\n");
  await expect(page.getByLabel("节点名称").nth(2)).toHaveValue("建成");
  await expect(page.getByText("权重合计： 100")).toBeVisible();
});

test("the explanation of a light names the overdue step", { tag: "@desk" }, async ({ page }) => {
  await standOn(page, "2023-09-30");
  await page.goto("/targets/NT-M01");
  await page.getByText("评灯依据").first().click();
  await expect(page.getByText(/计划2023年9月15日完成，已逾期15天/)).toBeVisible();
});
