// From an empty production installation to the first issued targets, by the guided start.
import type { Page } from "@playwright/test";
import { findViolations } from "@/e2e/accessibility";
import { expect, speak, test, word } from "@/e2e/fixtures";
import { EMPTY_PRODUCTION, onSeparateServer } from "@/e2e/separate-server";

const run = await onSeparateServer(null, EMPTY_PRODUCTION);

const ADMINISTRATOR = "admin@example.com";
const PASSWORD = "four quiet rivers meet";
const zh = (key: string, values?: Record<string, string | number>) => word("zh-CN", key, values);

/** After setting the password. */
async function signIn(page: Page, email: string): Promise<void> {
  await expect(page.getByText(zh("auth.passwordSet"))).toBeVisible();
  await page.getByLabel(zh("auth.email")).fill(email);
  await page.getByLabel(zh("auth.password"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: zh("auth.signIn"), exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: zh("layout.account") }).click();
  await page.getByRole("button", { name: zh("auth.signOut") }).click();
  await expect(page.getByRole("link", { name: zh("auth.signIn"), exact: true })).toBeVisible();
}

/** Invites a person and sets their password by the one-time link. */
async function invite(page: Page, email: string, fill: (form: ReturnType<Page["getByRole"]>) => Promise<void>) {
  await page.goto("/admin/users?invite=yes");
  const panel = page.getByRole("form", { name: zh("admin.inviteSubmit") });
  await panel.getByLabel(zh("admin.name"), { exact: true }).fill(email.split("@")[0] ?? email);
  await panel.getByLabel(zh("admin.email")).fill(email);
  await fill(panel);
  await panel.getByRole("button", { name: zh("admin.inviteSubmit") }).click();
  const link = new URL(await panel.getByLabel(zh("admin.inviteLink")).inputValue());
  return link.pathname + link.search;
}

test("an empty installation is set up step by step, by an administrator and a supervisor", async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  await speak(page, "zh-CN");
  // A visitor sees an honest empty page without steps.
  await page.goto("/");
  await expect(page.getByText(zh("noTargets.wait"))).toBeVisible();
  await expect(page.getByRole("link", { name: zh("start.panel.all") })).toHaveCount(0);

  const setup = new URL(await run("scripts/setup-link.ts"));
  await page.goto(setup.pathname + setup.search);
  await page.getByLabel(zh("auth.name")).fill("系统管理员");
  await page.getByLabel(zh("auth.email")).fill(ADMINISTRATOR);
  await page.getByLabel(zh("auth.newPassword"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: zh("auth.setupSubmit") }).click();
  await signIn(page, ADMINISTRATOR);

  // 1. The government.
  await expect(page.getByRole("heading", { name: zh("start.title") })).toBeVisible();
  const step = page.locator("[aria-current=step]");
  await expect(step).toContainText(zh("start.government.title"));
  expect(await findViolations(page)).toEqual([]);
  const government = page.getByRole("form", { name: zh("start.government.title") });
  await government.getByLabel(zh("start.government.name"), { exact: true }).fill("样例市人民政府");
  await government.getByLabel(zh("admin.divisionCode")).fill("32060");
  await government.getByRole("button", { name: zh("start.government.create") }).click();
  await expect(government.getByText(zh("form.errors.not-a-division-code"))).toBeVisible();
  await government.getByLabel(zh("admin.divisionCode")).fill("320600");
  await government.getByRole("button", { name: zh("start.government.create") }).click();

  // 2. The departments: from the sample file, then one more as text.
  await expect(step).toContainText(zh("start.departments.title"));
  const departments = page.getByRole("form", { name: zh("start.departments.form") });
  const sample = await request.get("/start/samples/departments.xlsx");
  await departments
    .getByLabel(zh("import.file"))
    .setInputFiles({ name: "部门.xlsx", mimeType: "application/octet-stream", buffer: await sample.body() });
  await departments.getByRole("button", { name: zh("import.preview") }).click();
  await departments.getByRole("button", { name: zh("import.confirm", { count: 12 }) }).click();
  await expect(step).toContainText(zh("start.people.title"));
  await expect(page.getByText(zh("start.departments.done", { count: 12 }), { exact: true })).toBeVisible();
  await page.getByText(zh("start.departments.form"), { exact: true }).click();
  await departments.getByLabel(zh("import.departments.paste")).fill("市农业农村局");
  await departments.getByRole("button", { name: zh("import.preview") }).click();
  await departments.getByRole("button", { name: zh("import.confirm", { count: 1 }) }).click();
  await expect(page.getByText(zh("start.departments.done", { count: 13 }), { exact: true })).toBeVisible();

  // 3. People. Pages without content lead back to the step.
  await page.goto("/departments/education-bureau");
  await expect(
    page.getByRole("link", { name: zh("start.panel.next", { step: zh("start.people.title") }) }),
  ).toBeVisible();
  const supervisor = await invite(page, "supervisor@example.com", async (form) => {
    await form.getByLabel(zh("admin.officeRole")).selectOption({ label: zh("admin.roles.supervisor") });
  });
  await signOut(page);
  await page.goto(supervisor);
  await page.getByLabel(zh("admin.password"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: zh("admin.inviteAccept") }).click();
  await signIn(page, "supervisor@example.com");

  // 4. The first targets, from the sample table.
  await page.goto("/supervision");
  await expect(page.getByText(zh("start.by.administration"))).toBeVisible();
  await page
    .getByRole("button", { name: zh("start.panel.dismiss") })
    .first()
    .click();
  await expect(page.getByText(zh("start.panel.progress", { done: 2, total: 6 }))).toHaveCount(0);
  await page.getByRole("button", { name: zh("layout.account") }).click();
  await page.getByRole("link", { name: zh("layout.start") }).click();
  await page.getByRole("link", { name: zh("start.targets.import") }).click();
  const tasks = page.getByRole("form", { name: zh("import.tasks.title") });
  const table = await request.get("/start/samples/task-table.xlsx");
  await tasks
    .getByLabel(zh("import.file"))
    .setInputFiles({ name: "任务.xlsx", mimeType: "application/octet-stream", buffer: await table.body() });
  await tasks.getByRole("button", { name: zh("import.preview") }).click();
  await tasks.getByRole("button", { name: zh("import.confirm", { count: 11 }) }).click();
  await expect(tasks.getByRole("button", { name: zh("import.confirm", { count: 11 }) })).toHaveCount(0);

  // 5 and 6. The calendar is monthly; the drafts are issued.
  await page.goto("/start");
  await expect(page.getByText(zh("start.targets.done", { count: 11 }), { exact: true })).toBeVisible();
  await page.getByRole("link", { name: zh("start.issue.go") }).click();
  const bulk = page.getByRole("form", { name: zh("bulk.titles.issue") });
  await bulk.getByLabel("依据文件").fill("样政发〔2026〕1号");
  await bulk.getByRole("button", { name: "下达 11 项" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "下达 11 项" }).click();
  await expect(page.getByText(zh("bulk.nothing"))).toBeVisible();
  await page.goto("/start");
  await expect(page.getByText(zh("start.issue.done", { count: 11 }))).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});
