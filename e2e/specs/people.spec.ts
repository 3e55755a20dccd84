// People come from a sheet, are invited by email, set their password, and take over the work of somebody who leaves.
import type { Page } from "@playwright/test";
import { confirmDialogs, expect, signInAs, signOut, speak, test, word } from "@/e2e/fixtures";
import { ReportPage } from "@/e2e/pages/report-page";
import { DEMO, onSeparateServer } from "@/e2e/separate-server";
import { freePort } from "@/scripts/launcher/port.mjs";
import { startSmtpServer, type TestSmtpServer } from "@/testing/smtp-server";

const say = (path: string, values?: Parameters<typeof word>[2]) => word("zh-CN", path, values);
const PASSWORD = "correct horse battery";
const SUCCESSOR = { name: "接任填报员", email: "successor@example.com" };
const LEAVER = "示例账号·市交通运输局填报人";
const SHEET = [
  "姓名,邮箱,部门,角色",
  `${SUCCESSOR.name},${SUCCESSOR.email},市交通运输局,填报人`,
  "商务局填报员,commerce@example.com,市商务局,填报人",
  "无此部门填报员,nowhere@example.com,市不存在局,填报人",
].join("\n");

const smtpPort = await freePort();
await onSeparateServer(null, { ...DEMO, GUATU_SMTP_URL: `smtp://127.0.0.1:${smtpPort}` });
test.describe.configure({ mode: "serial" });

let smtp: TestSmtpServer;
test.beforeAll(async () => {
  smtp = await startSmtpServer(smtpPort);
});
test.afterAll(() => smtp.close());

/** The path of the one-time link in the latest mail to the address. */
function mailedLink(to: string): string {
  const text = smtp.mails.findLast((mail) => mail.to === to)?.text ?? "";
  const start = text.indexOf("\r\n\r\n");
  const body = /encoding: base64/i.test(text)
    ? Buffer.from(text.slice(start), "base64").toString()
    : text.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  const [link] = /\/invite\?token=[\w-]{43}/.exec(body) ?? [];
  if (link === undefined) throw new Error(`no invitation in ${body}`);
  return link;
}

async function preview(page: Page, sheet: string) {
  await page.goto("/admin/users");
  await page.getByRole("link", { name: say("userList.import"), exact: true }).click();
  const form = page.getByRole("form", { name: say("import.users.title") });
  const file = { name: "人员.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) };
  await form.getByLabel(say("import.file")).setInputFiles(file);
  await form.getByRole("button", { name: say("import.preview"), exact: true }).click();
  return form;
}

test("a sheet of users is previewed line by line and imported once", async ({ page }) => {
  await speak(page, "zh-CN");
  await signInAs(page, "系统管理员");
  const form = await preview(page, SHEET);
  await expect(form.getByText("新增 2 · 更改 0 · 不变 0 · 不能导入 1")).toBeVisible();
  await expect(form.getByRole("listitem").filter({ hasText: "市不存在局" })).toContainText("不能导入");
  await form.getByRole("button", { name: say("import.confirmSome", { count: 2, left: 1 }) }).click();
  await expect(form.getByText("新增 2")).toHaveCount(0);
  expect(smtp.mails).toEqual([]);

  const again = await preview(page, SHEET);
  await expect(again.getByText("新增 0 · 更改 0 · 不变 2 · 不能导入 1")).toBeVisible();
  await page.goto("/admin/users?state=not-invited");
  await expect(page.getByRole("link", { name: SUCCESSOR.name, exact: true })).toBeVisible();
  await expect(page.getByText("无此部门填报员")).toHaveCount(0);
});

test("all users who were never invited get an email, and a link sets the password", async ({ page }) => {
  await speak(page, "zh-CN");
  await confirmDialogs(page);
  await signInAs(page, "系统管理员", "/admin/users");
  await page.getByRole("button", { name: say("invitations.sendNew", { count: 2 }) }).click();
  await expect(page.getByText(say("invitations.sent", { count: 2 }))).toBeVisible();
  expect(smtp.mails.map(({ to }) => to).toSorted()).toEqual(["commerce@example.com", SUCCESSOR.email]);
  const first = mailedLink(SUCCESSOR.email);

  // A link that is sent again replaces the earlier one.
  await page.goto("/admin/users?state=invited");
  const row = page.getByRole("row").filter({ hasText: SUCCESSOR.name });
  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: say("invitations.sendSelected"), exact: true }).click();
  await expect(page.getByText(say("invitations.sent", { count: 1 }))).toBeVisible();
  const second = mailedLink(SUCCESSOR.email);
  expect(second).not.toBe(first);
  await signOut(page, "zh-CN");

  await page.goto(second);
  await page.getByLabel(say("admin.password"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: say("admin.inviteAccept") }).click();
  await expect(page.getByText(say("auth.passwordSet"))).toBeVisible();
  await page.goto(first);
  await expect(page.getByLabel(say("admin.password"), { exact: true })).toHaveCount(0);
});

test("the drafts of somebody who leaves are handed over, and the successor continues them", async ({ page }) => {
  await speak(page, "zh-CN");
  await confirmDialogs(page);
  await signInAs(page, "市交通运输局填报人");
  const report = new ReportPage(page, "zh-CN");
  await report.open("NT-T02");
  await report.value.fill("301.5");
  await report.saveDraft();
  await signOut(page, "zh-CN");

  await signInAs(page, "系统管理员", "/admin/users?user=demo-transport-reporter");
  await page.getByRole("link", { name: say("handOver.open", { role: "市交通运输局 填报人" }) }).click();
  await expect(page.getByRole("heading", { name: say("handOver.moves", { to: SUCCESSOR.name }) })).toBeVisible();
  await expect(page.getByRole("main").getByText(/^NT-T02 /)).toBeVisible();
  await page.getByRole("button", { name: say("handOver.submit"), exact: true }).click();
  await expect(page.getByText(say("handOver.done", { from: LEAVER, to: SUCCESSOR.name }))).toBeVisible();
  await signOut(page, "zh-CN");

  await page.goto("/sign-in?next=/my");
  await page.getByLabel(say("auth.email"), { exact: true }).fill(SUCCESSOR.email);
  await page.getByLabel(say("auth.password"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: say("auth.signIn"), exact: true }).click();
  await page.getByRole("link", { name: `${say("my.continue")} NT-T02`, exact: true }).click();
  await expect(report.value).toHaveValue("301.5");
});
