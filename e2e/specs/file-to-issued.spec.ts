// An office's first morning: 14 departments and a table of 60 tasks become issued targets. Every click is counted.
import { findViolations } from "@/e2e/accessibility";
import { expect, speak, test, word } from "@/e2e/fixtures";
import { ClickCounter } from "@/e2e/pages/click-counter";
import { onSeparateServer } from "@/e2e/separate-server";

await onSeparateServer(null);

const NAMES =
  "发展改革委,工业和信息化局,教育局,公安局,民政局,财政局,人力资源社会保障局,自然资源局,生态环境局,住房城乡建设局,水利局,农业农村局,文化广电旅游局,卫生健康委";
const DEPARTMENTS = NAMES.split(",").map((name) => `市${name}`);
const TASKS = Array.from({ length: 60 }, (_, index) => ({
  title: `重点任务${index + 1}`,
  owner: DEPARTMENTS[index % DEPARTMENTS.length],
  value: 10 + index,
}));

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(lines.join("\n")),
});
const departments = csv("部门.csv", [
  "编码,名称,英文名称",
  ...DEPARTMENTS.map((name, index) => `office-${index + 1},${name},Department ${index + 1}`),
]);
const tasks = csv("任务分解表.csv", [
  "2023年重点工作任务分解表",
  "序号,目标任务,计量单位,2023年目标,牵头单位,完成时限",
  ...TASKS.map(({ title, owner, value }, index) => `${index + 1},${title},个,≥${value},${owner},12月底`),
]);

test("60 tasks of 14 departments are issued from their file in 16 clicks, the document typed once", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const clicks = new ClickCounter("issue 60 targets of 14 departments, from their files");
  await speak(page, "zh-CN");
  await page.goto("/sign-in?next=/admin/departments");
  await clicks.on(page.getByRole("button", { name: "系统管理员", exact: true }));
  await clicks.on(page.getByText("从表格导入部门").first());
  const departmentForm = page.getByRole("form", { name: "从表格导入部门" });
  const choosing = page.waitForEvent("filechooser");
  await clicks.on(departmentForm.getByLabel("表格文件"));
  await (await choosing).setFiles(departments);
  await clicks.on(departmentForm.getByRole("button", { name: "预览" }));
  await clicks.on(departmentForm.getByRole("button", { name: "导入 14 行" }));
  await expect(page.locator("summary", { hasText: "市水利局" })).toBeVisible();
  await clicks.on(page.getByRole("button", { name: word("zh-CN", "layout.account") }));
  await clicks.on(page.getByRole("button", { name: word("zh-CN", "auth.signOut") }));
  await expect(page.getByRole("link", { name: word("zh-CN", "auth.signIn"), exact: true })).toBeVisible();

  await page.goto("/sign-in?next=/supervision");
  await clicks.on(page.getByRole("button", { name: "督查室督查员", exact: true }));
  await clicks.on(page.getByRole("link", { name: "导入任务分解表" }));
  const taskForm = page.getByRole("form", { name: "从任务分解表导入目标" });
  const choosingTasks = page.waitForEvent("filechooser");
  await clicks.on(taskForm.getByLabel("表格文件"));
  await (await choosingTasks).setFiles(tasks);
  await clicks.on(taskForm.getByRole("button", { name: "预览" }));
  await expect(taskForm.getByText("新增 60 · 更改 0 · 不变 0 · 不能导入 0")).toBeVisible();
  await clicks.on(taskForm.getByRole("button", { name: "导入 60 行" }));
  await expect(taskForm.getByText("新增 60")).toHaveCount(0);

  await clicks.on(page.getByRole("link", { name: /^督查台/ }));
  await clicks.on(page.getByRole("link", { name: "批量下达" }));
  const form = page.getByRole("form", { name: "批量下达" });
  await expect(page.getByText("可办理 60 项，涉及 14 个部门")).toBeVisible();
  await expect(form.getByRole("checkbox", { checked: true })).toHaveCount(60);
  expect(await findViolations(page)).toEqual([]);

  // Without the document nothing is issued, and the selection stays.
  const issue = form.getByRole("button", { name: "下达 60 项" });
  await issue.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "下达 60 项" }).click();
  await expect(form.getByText("请填写。")).toBeVisible();
  await expect(form.getByRole("checkbox", { checked: true })).toHaveCount(60);

  await form.getByLabel("依据文件").fill("通政发〔2023〕1号");
  await clicks.on(issue);
  await clicks.on(page.getByRole("alertdialog").getByRole("button", { name: "下达 60 项" }));
  await expect(page.getByText("没有可办理的目标。")).toBeVisible();
  clicks.expectAtMost(16);

  await page.goto("/targets?state=issued&department=office-1&department=office-14");
  await expect(page.getByRole("status").filter({ hasText: "9" })).toBeVisible();
  await page.getByRole("link", { name: "重点任务1", exact: true }).click();
  await expect(page.getByText("通政发〔2023〕1号").first()).toBeVisible();
});
