// The office's own words: sentences of the daily email, labels of targets, and bulletins sent by email.
import { chooseOption, confirmDialogs, expect, signInAs, speak, test, word } from "@/e2e/fixtures";
import { DEMO, onSeparateServer } from "@/e2e/separate-server";
import { freePort } from "@/scripts/launcher/port.mjs";
import { startSmtpServer, type TestSmtpServer } from "@/testing/smtp-server";

const say = (path: string, values?: Parameters<typeof word>[2]) => word("zh-CN", path, values);

const smtpPort = await freePort();
await onSeparateServer(null, { ...DEMO, GUATU_SMTP_URL: `smtp://127.0.0.1:${smtpPort}` });

let smtp: TestSmtpServer;
test.beforeAll(async () => {
  smtp = await startSmtpServer(smtpPort);
});
test.afterAll(() => smtp.close());

test("an administrator words the daily email, sees it in the preview, and returns to the usual words", async ({
  page,
}) => {
  await speak(page, "zh-CN");
  await confirmDialogs(page);
  await signInAs(page, "系统管理员", "/admin/reminders");
  const form = page.getByRole("form", { name: say("reminderTexts.mail", { language: "中文" }) });
  const intro = form.getByLabel(say("reminderTexts.intro"), { exact: true });
  await intro.fill("{name}同志：请办理以下事项。");
  const sample = `${say("reminderTexts.sampleName")}同志：请办理以下事项。`;
  await expect(page.getByText(sample)).toBeVisible();
  await form.getByRole("button", { name: say("reminderTexts.save"), exact: true }).click();
  await expect(page.getByText(say("reminderTexts.saved"))).toBeVisible();
  await page.reload();
  await expect(intro).toHaveValue("{name}同志：请办理以下事项。");
  await form.getByRole("button", { name: say("reminderTexts.reset"), exact: true }).click();
  await expect(intro).toHaveValue("");
  await expect(page.getByText(sample)).toHaveCount(0);
});

test("a label is created, given to several targets and to one, and found in the list", async ({ page }) => {
  await speak(page, "zh-CN");
  await confirmDialogs(page);
  await signInAs(page, "督查室督查员", "/targets/labels");
  await page.getByText(say("label.new"), { exact: true }).click();
  const create = page.getByRole("form", { name: say("label.new") });
  await create.getByLabel(say("label.name"), { exact: true }).fill("枢纽建设");
  await create.getByRole("button", { name: say("label.create"), exact: true }).click();
  await expect(page.getByText("枢纽建设", { exact: true })).toBeVisible();

  await page.goto("/targets/bulk/label?department=transport");
  await chooseOption(page, say("label.bulkLabel"), say("label.option", { kind: "主题", name: "枢纽建设" }));
  for (const code of ["NT-T01", "NT-T02"]) {
    await page.getByRole("checkbox", { name: say("bulk.tick", { code }), exact: true }).check();
  }
  await page.getByRole("button", { name: say("bulk.steps.label.submit", { count: 2 }) }).click();
  await expect(page.getByText(say("bulk.steps.label.done", { count: 2 }))).toBeVisible();

  await page.goto("/targets/NT-T03/labels");
  const one = page.getByRole("form", { name: say("label.change") });
  await chooseOption(one, say("label.row", { n: 1 }), say("label.option", { kind: "主题", name: "枢纽建设" }));
  await one.getByRole("button", { name: say("label.save"), exact: true }).click();
  await expect(page.getByText(say("label.saved"), { exact: true })).toBeVisible();
  await page.goto("/targets/labels");
  await page.getByText("枢纽建设", { exact: true }).click();
  await page.getByRole("link", { name: say("label.usedBy", { count: 3 }) }).click();
  for (const code of ["NT-T01", "NT-T02", "NT-T03"]) {
    await expect(page.getByRole("rowheader", { name: new RegExp(`${code} ·`) })).toBeVisible();
  }
  await expect(page.getByRole("rowheader", { name: /NT-T02b ·/ })).toHaveCount(0);
});

test("slips with one text are sent for several targets of the list", { tag: "@desk" }, async ({ page }) => {
  await speak(page, "zh-CN");
  await confirmDialogs(page);
  await signInAs(page, "督查室督查员", "/targets?department=transport");
  await page.getByText(say("bulk.menu")).click();
  await page.getByRole("link", { name: say("bulk.titles.send-slip"), exact: true }).click();
  await expect(page).toHaveURL(/\/targets\/bulk\/send-slip\?department=transport$/);
  await page.getByRole("button", { name: say("bulk.none"), exact: true }).click();
  for (const code of ["NT-T01", "NT-T03"]) {
    await page.getByRole("checkbox", { name: say("bulk.tick", { code }), exact: true }).check();
  }
  await page.getByLabel(say("instructions.colour")).selectOption({ label: "红色" });
  await page.getByLabel(say("instructions.body")).fill("请于本周内报送整改措施。");
  await page.getByRole("button", { name: say("bulk.steps.send-slip.submit", { count: 2 }) }).click();
  await expect(page.getByText(say("bulk.steps.send-slip.done", { count: 2 }))).toBeVisible();

  await page.goto("/targets/NT-T03");
  await expect(page.getByText("请于本周内报送整改措施。")).toBeVisible();
});

test("a published bulletin is sent by email with its PDF, and the log shows it", async ({ page }) => {
  test.setTimeout(360_000);
  await confirmDialogs(page);
  await speak(page, "zh-CN");
  await signInAs(page, "督查室督查员", "/bulletins");
  await page.getByLabel("月份").selectOption("2023-07");
  await page.getByLabel("数据截止日").fill("2023-08-10");
  await page.getByLabel("市商务局").check();
  await page.getByRole("button", { name: "冻结数据并拟稿" }).click();
  await page.getByRole("button", { name: "签发" }).click();
  await page.getByRole("button", { name: "印发" }).click();
  await expect(page.getByText("已印发")).toBeVisible();
  await page.getByText(say("bulletins.mails.further"), { exact: true }).click();
  const form = page.getByRole("form", { name: say("bulletins.mails.further") });
  await form.getByLabel(say("bulletins.mails.addresses")).fill("leader@example.com");
  await form.getByRole("button", { name: say("bulletins.mails.send"), exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: "leader@example.com" });
  await expect(row).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText(say("bulletins.mails.states.sent"), { timeout: 2_000 });
  }).toPass({ timeout: 240_000 });
  expect(smtp.mails.map(({ to }) => to)).toEqual(["leader@example.com"]);
  expect(smtp.mails[0]?.text).toMatch(/application\/pdf/);
});
