// A visitor of the demo reads their own task table; nothing of it is kept.
import { findViolations } from "@/e2e/accessibility";
import { expect, speak, test, word } from "@/e2e/fixtures";

const zh = (key: string, values?: Record<string, string | number>) => word("zh-CN", key, values);

test("a visitor sees what their own table would become, without an account and without a trace", async ({ page }) => {
  await speak(page, "zh-CN");
  await page.goto("/");
  const before = await page.getByRole("heading", { level: 1 }).textContent();
  await page.goto("/try");
  const lines = [
    "2024年重点工作任务分解表",
    "序号,目标任务,计量单位,2024年目标,牵头单位,完成时限",
    "1,新增托位,个,≥1200,海州市卫生健康委,2024年12月底",
    "2,改造危桥,座,12,海州市交通运输局,2024年11月底",
    "3,,个,5,海州市教育局,2024年12月底",
  ];
  const form = page.getByRole("form", { name: zh("sandbox.title") });
  const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await form.getByLabel(zh("sandbox.file")).setInputFiles(file("别的.csv", "甲,乙\n1,2\n"));
  await form.getByRole("button", { name: zh("sandbox.read") }).click();
  await expect(form.getByText(zh("form.errors.no-tasks"))).toBeVisible();

  await form.getByLabel(zh("sandbox.file")).setInputFiles(file("分解表.csv", lines.join("\n")));
  await form.getByRole("button", { name: zh("sandbox.read") }).click();
  await expect(page.getByText(zh("sandbox.counts", { added: 2, refused: 1 }))).toBeVisible();
  await expect(
    page.getByText(zh("import.problem", { cell: "B5", problem: zh("import.problems.missing-title") })),
  ).toBeVisible();
  const table = page.getByRole("table");
  await expect(table.getByRole("row", { name: /新增托位.*不少于1,200个.*海州市卫生健康委/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: zh("sandbox.charts") })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.reload();
  await expect(page.getByText(zh("sandbox.counts", { added: 2, refused: 1 }))).toHaveCount(0);
  await page.goto("/");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(before);
  await page.goto(`/targets?q=${encodeURIComponent("改造危桥")}`);
  await expect(page.getByText(zh("targetList.none"))).toBeVisible();
});
