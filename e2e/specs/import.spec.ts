// The supervision office imports a task table: preview, drafts, and nothing twice.
import { findViolations } from "@/e2e/accessibility";
import { expect, signInAs, speak, test } from "@/e2e/fixtures";

const TABLE = [
  "2023年重点工作任务分解表",
  "序号,目标任务,指标,计量单位,2023年目标,2022年实绩,上半年,全年,牵头单位,配合单位,完成时限",
  "1,推进公交提质,新增公交线路,条,≥12,8,5,12,市交通运输局,市商务局,12月底",
  "2,举办消费促进活动,活动场次,场,60,48,,,市商务局,,11月底",
  "3,整治河道,整治河道,条,12,9,,,市水利局,,12月底",
].join("\n");

const file = { name: "任务分解表.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE) };

test("a task table becomes drafts after a preview of every row, and importing it again changes nothing", async ({
  page,
}) => {
  await speak(page, "zh-CN");
  await signInAs(page, "督查室督查员");
  await page.goto("/supervision");
  await page.getByRole("link", { name: "导入任务分解表" }).click();
  const form = page.getByRole("form", { name: "从任务分解表导入目标" });
  await form.getByLabel("表格文件").setInputFiles(file);
  await form.getByRole("button", { name: "预览" }).click();
  await expect(form.getByText("新增 2 · 更改 0 · 不变 0 · 不能导入 1")).toBeVisible();
  await expect(form.getByRole("listitem").filter({ hasText: "整治河道" })).toContainText("I5：部门不在名单中");
  expect(await findViolations(page)).toEqual([]);
  await form.getByRole("button", { name: "导入 2 行（1 行不导入）" }).click();
  await expect(form.getByText("新增 2")).toHaveCount(0);
  await page.getByRole("link", { name: "查看草稿" }).click();
  await expect(page.getByRole("link", { name: "推进公交提质" })).toBeVisible();
  await expect(page.getByRole("link", { name: "举办消费促进活动" })).toBeVisible();

  await page.goto("/targets/import");
  await form.getByLabel("表格文件").setInputFiles(file);
  await form.getByRole("button", { name: "预览" }).click();
  await expect(form.getByText("新增 0 · 更改 0 · 不变 2 · 不能导入 1")).toBeVisible();
  await expect(form.getByText("没有可导入的内容。")).toBeVisible();
});

test("a file without a task table is refused at its field", async ({ page }) => {
  await speak(page, "zh-CN");
  await signInAs(page, "督查室督查员");
  await page.goto("/targets/import");
  const form = page.getByRole("form", { name: "从任务分解表导入目标" });
  await form.getByLabel("表格文件").setInputFiles({ ...file, buffer: Buffer.from("姓名,电话\n某某,123\n") });
  await form.getByRole("button", { name: "预览" }).click();
  await expect(form.getByText(/没有找到任务分解表/)).toBeVisible();
});

test("a wrong column is corrected, an unknown department is chosen once, and the correction is remembered", async ({
  page,
}) => {
  await speak(page, "zh-CN");
  await signInAs(page, "督查室督查员");
  await page.goto("/targets/import");
  const form = page.getByRole("form", { name: "从任务分解表导入目标" });
  const rows = ["任务,计量单位,2023年定额,牵头单位", "建设口袋公园,个,15,市园林局", "更新公园座椅,张,30,市园林局"];
  const table = { name: "公园.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
  await form.getByLabel("表格文件").setInputFiles(table);
  await form.getByRole("button", { name: "预览" }).click();
  await expect(form.getByText("新增 0 · 更改 0 · 不变 0 · 不能导入 2")).toBeVisible();
  await form.getByLabel("“市园林局”（2 行）").selectOption({ label: "市商务局" });
  await form.getByText("列的识别", { exact: true }).click();
  await expect(form.getByLabel("2023年定额")).toHaveValue("other");
  await form.getByLabel("2023年定额").selectOption({ label: "目标值" });
  await expect(form.getByText("选择已更改，请重新读取后再导入。")).toBeVisible();
  await form.getByRole("button", { name: "重新读取" }).click();
  await expect(form.getByText("新增 2 · 更改 0 · 不变 0 · 不能导入 0")).toBeVisible();
  await expect(form.getByText("原识别为：忽略")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await form.getByRole("button", { name: "导入 2 行" }).click();
  await expect(form.getByText("新增 2")).toHaveCount(0);

  await page.goto("/targets/import");
  await form.getByLabel("表格文件").setInputFiles(table);
  await form.getByRole("button", { name: "预览" }).click();
  await expect(form.getByText("本表按以前更正的列读取。")).toBeVisible();
  await expect(form.getByLabel("2023年定额")).toHaveValue("value");
  await form.getByRole("button", { name: "不再使用该更正" }).click();
  await expect(form.getByText("本表按以前更正的列读取。")).toHaveCount(0);
});
