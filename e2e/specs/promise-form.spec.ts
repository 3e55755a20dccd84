// The guided form of a promise: a change over years, planned values from a sheet, and the people who answer for it.
import type { Page } from "@playwright/test";
import { chooseOption, expect, signInAs, speak, standOn, test } from "@/e2e/fixtures";

async function startTarget(page: Page, code: string, title: string): Promise<void> {
  await page.getByLabel("编号").fill(code);
  await page.getByLabel("目标名称").fill(title);
  await chooseOption(page, "责任部门", "市科学技术局");
}

test.beforeEach(async ({ page }) => {
  await speak(page, "zh-CN");
  await standOn(page, "2023-03-15");
  await signInAs(page, "督查室督查员", "/targets/new");
});

test("a change over years starts from its card and is read back", async ({ page }, info) => {
  const code = info.project.name === "phone" ? "NT-M9A" : "NT-M99";
  const words = page.getByRole("region", { name: "承诺含义" });
  await startTarget(page, code, "单位GDP能耗");
  await page.getByRole("radio", { name: /^多年变化/ }).check();
  await expect(page.getByLabel("目标值")).toBeHidden();
  await expect(page.getByLabel("比较方式")).toBeHidden();
  await expect(page.getByLabel("评定方式")).toBeHidden();
  await page.getByLabel("指标名称").fill("单位GDP能耗比2020年变化");
  await page.getByLabel("计量单位").fill("%");
  await page.getByLabel("小数位数").fill("1");
  await page.getByLabel("方向").selectOption({ value: "decrease" });
  await page.getByLabel("变化幅度").fill("-13.5");
  await page.getByLabel("对比年份").fill("2020");
  await page.getByLabel("起始日", { exact: true }).fill("2021-01-01");
  await page.getByLabel("到期日", { exact: true }).fill("2025-12-31");
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page.getByText("请填写大于0的数，升降由指标的方向决定。")).toBeVisible();
  await page.getByLabel("变化幅度").fill("13.5");
  await expect(words).toContainText("2025年12月31日比2020年至少下降13.5%。2023年6月30日应为−6.8%。");
  const sample = (value: string) => words.getByRole("listitem").filter({ hasText: value });
  await expect(sample("−4.1%")).toContainText("严重滞后");
  await expect(sample("−6.8%")).toContainText("正常");
  await expect(sample("−9.5%")).toContainText("超前");
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page).toHaveURL(new RegExp(`/targets/${code}$`));
  await expect(page.getByText("不超过−13.5%").first()).toBeVisible();
});

test("a rise over years is read back in English", async ({ page }) => {
  await speak(page, "en");
  await page.goto("/targets/new");
  await page.getByRole("radio", { name: /^Change over years/ }).check();
  await page.getByLabel("Unit", { exact: true }).fill("个百分点");
  await page.getByLabel("Change", { exact: true }).fill("5");
  await page.getByLabel("Compared with the year").fill("2020");
  await page.getByLabel("Start", { exact: true }).fill("2021-01-01");
  await page.getByLabel("Due", { exact: true }).fill("2025-12-31");
  await expect(page.getByRole("region", { name: "In words" })).toContainText(
    "A rise of at least 5 pp by 31 Dec 2025 against 2020.",
  );
});

test("planned values are pasted from a sheet with January and February in one row", { tag: "@desk" }, async ({
  page,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const planned = ["12", "20", "27", "35", "46", "52", "60", "70", "78", "88"];
  await startTarget(page, "NT-M97", "新开工项目");
  await page.getByLabel("指标名称").fill("新开工项目数");
  await page.getByLabel("计量单位").fill("个");
  await page.getByLabel("目标值").fill("100");
  await page.getByLabel("计划进度", { exact: true }).selectOption({ label: "分期计划值" });
  await page.getByLabel("1月与2月").selectOption({ label: "1–2月合计" });
  await page.getByLabel("分期", { exact: true }).filter({ visible: true }).selectOption({ label: "按月" });
  await expect(page.getByLabel("2023年1月31日")).toHaveCount(0);
  await page.getByLabel(/^2023年2月28日/).focus();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), `${planned.join("\n")}\n`);
  await page.keyboard.press("ControlOrMeta+V");
  await expect(page.getByLabel("2023年3月31日", { exact: true })).toHaveValue("20");
  await expect(page.getByLabel("2023年11月30日", { exact: true })).toHaveValue("88");
  const course = page.getByRole("region", { name: "承诺含义" }).getByRole("img");
  // Nothing is expected of January alone.
  const label = /2023年1月31日 0个; 2023年2月28日 12个; 2023年3月31日 20个/;
  await expect(course).toHaveAttribute("aria-label", label);
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page).toHaveURL(/\/targets\/NT-M97$/);

  await page.goto("/targets/NT-M97/revise");
  await expect(page.getByLabel("1月与2月")).toHaveValue("true");
  await expect(page.getByLabel(/^2023年2月28日/)).toHaveValue("12");
  await expect(page.getByLabel("2023年11月30日", { exact: true })).toHaveValue("88");
});

test("post, leader and supporting departments are entered and shown", { tag: "@desk" }, async ({ page }) => {
  await startTarget(page, "NT-M98", "新增示范园区");
  await page.getByLabel("指标名称").fill("示范园区数");
  await page.getByLabel("计量单位").fill("个");
  await page.getByLabel("目标值").fill("12");
  await chooseOption(page, "配合部门1", "市交通运输局");
  await page.getByRole("button", { name: "添加配合部门" }).click();
  await chooseOption(page, "配合部门2", "海门区人民政府");
  await page.getByLabel("责任岗位（可不填）").fill("高新处处长");
  await page.getByLabel("分管领导（可不填）").fill("王副市长");
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page).toHaveURL(/\/targets\/NT-M98$/);
  for (const fact of ["高新处处长", "王副市长", /市交通运输局.*海门区人民政府|海门区人民政府.*市交通运输局/])
    await expect(page.getByRole("definition").filter({ hasText: fact })).toBeVisible();

  await page.goto("/targets/NT-M98/revise");
  await expect(page.getByLabel("责任岗位（可不填）")).toHaveValue("高新处处长");
  await expect(page.getByLabel("分管领导（可不填）")).toHaveValue("王副市长");
});
