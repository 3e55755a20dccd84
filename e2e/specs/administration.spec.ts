// Administration: a custom calendar and a target that uses it, a metric, imported holidays and departments, and a
// target made internal.
import { chooseOption, confirmDialogs, expect, signInAs, speak, standOn, test } from "@/e2e/fixtures";

const ADMINISTRATOR = "系统管理员";
const SUPERVISOR = "督查室督查员";

test("creates a calendar, uses it for a target, edits the metric and makes the target internal", async ({
  page,
  browser,
  baseURL,
}, info) => {
  test.setTimeout(180_000);
  // The code sorts between existing ones: other specs check the first and last row of the list.
  const code = info.project.name === "phone" ? "NT-M95" : "NT-M96";
  const calendar = `调度会 ${code}`;
  await speak(page, "zh-CN");
  await standOn(page, "2023-03-15");

  await signInAs(page, ADMINISTRATOR, "/admin/calendars");
  await page.getByText("新建日历", { exact: true }).click();
  const form = page.getByRole("form", { name: "新建日历" });
  await form.getByLabel("名称", { exact: true }).fill(calendar);
  await form.getByLabel("英文名称").fill(`Meetings ${code}`);
  await form.getByLabel("数据截至日").first().fill("2023-06-20");
  await form.getByLabel("报送截止日").first().fill("2023-06-10");
  await form.getByRole("button", { name: "新建" }).click();
  await expect(form.getByText("报送截止日不能早于数据截至日。")).toBeVisible();
  await expect(form.getByLabel("名称", { exact: true })).toHaveValue(calendar);
  await form.getByLabel("报送截止日").first().fill("2023-06-25");
  await form.getByRole("button", { name: "新建" }).click();
  await expect(page.locator("summary", { hasText: calendar })).toBeVisible();

  await signInAs(page, SUPERVISOR, "/targets/new");
  await page.getByLabel("编号").fill(code);
  await page.getByLabel("目标名称").fill("按会期报送的园区");
  await page.getByLabel("英文名称（可不填）", { exact: true }).fill("Parks reported at meetings");
  await chooseOption(page, "责任部门", "市科学技术局");
  await page.getByLabel("指标名称").fill(`园区数 ${code}`);
  await page.getByLabel("指标英文名称（可不填）").fill("Parks");
  await page.getByLabel("计量单位").fill("家");
  await page.getByLabel("目标值").fill("12");
  await page.getByLabel("报送周期").selectOption({ label: calendar });
  await page.getByLabel("公开范围").selectOption({ label: "公开" });
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page).toHaveURL(new RegExp(`/targets/${code}$`));
  await expect(page.getByText(`${calendar}：2023年6月20日（2023年6月25日前报送）`)).toBeVisible();
  const visitor = await browser.newContext({ baseURL });
  const visit = async () => (await visitor.request.get(`/targets/${code}?asOf=2023-03-15`)).status();
  const api = async () => (await visitor.request.get(`/api/v1/targets/${code}?asOf=2023-03-15`)).status();
  expect([await visit(), await api()]).toEqual([404, 404]);
  await page.getByRole("button", { name: `下达 ${code}` }).click();
  await expect(page.getByText("下达后本目标对外公开。")).toBeVisible();
  await page.getByLabel("依据文件").first().fill("通政发〔2023〕9号");
  await page.getByRole("button", { name: "下达目标", exact: true }).click();
  await expect(page.getByRole("heading", { name: "目标状态 已下达" })).toBeVisible();

  // Visitors can see it until it is made internal.
  expect([await visit(), await api()]).toEqual([200, 200]);
  await page.getByRole("link", { name: "更改公开范围" }).click();
  await expect(page.getByText("改为内部后，公众不再看到：")).toBeVisible();
  await confirmDialogs(page);
  await page.getByRole("button", { name: "改为内部" }).click();
  await expect(page.getByText("请填写。")).toBeVisible();
  await page.getByLabel("理由").fill("尚在协商");
  await page.getByRole("button", { name: "改为内部" }).click();
  await expect(page.getByText("当前：内部")).toBeVisible();
  expect([await visit(), await api()]).toEqual([404, 404]);
  await page.getByLabel("理由").fill("已商定");
  await page.getByRole("button", { name: "改为公开" }).click();
  await expect(page.getByText("当前：公开")).toBeVisible();
  expect(await visit()).toBe(200);
  await visitor.close();

  await signInAs(page, ADMINISTRATOR, "/admin/metrics");
  await page.getByRole("link", { name: `园区数 ${code}` }).click();
  await page.getByLabel("计量单位").fill("万家");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已有目标下达或报送，更改将改变已有数值的含义。")).toBeVisible();
  await page.getByLabel("计量单位").fill("个");
  await page.getByLabel("统计口径", { exact: true }).fill("经认定的园区");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已完成。")).toBeVisible();
});

test("previews and imports a sheet of holidays, and removes a day", async ({ page }, info) => {
  const year = info.project.name === "phone" ? 2041 : 2040;
  const csv = `日期,类型,名称\n${year}-10-01,放假,国庆节\n${year}-02-30,放假,春节\n`;
  await speak(page, "zh-CN");
  await signInAs(page, ADMINISTRATOR, "/admin/working-days");
  await page.getByRole("button", { name: "预览" }).click();
  await expect(page.getByText("请填写。")).toBeVisible();
  await page
    .getByLabel("表格文件")
    .setInputFiles({ name: "放假安排.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: "预览" }).click();
  await expect(page.getByText("新增 1 · 更改 0 · 不变 0 · 不能导入 1")).toBeVisible();
  await expect(page.getByText("第 3 行")).toBeVisible();
  await expect(page.getByText("日期无法识别。请按 2027-02-06 的格式填写，年份为 2004 至 2099。")).toBeVisible();
  await page.getByRole("button", { name: "导入 1 行（1 行不导入）" }).click();
  const day = page.getByRole("listitem").filter({ hasText: `${year}年10月1日` });
  await expect(day).toContainText("国庆节");
  await confirmDialogs(page);
  await day.getByRole("button", { name: "移除" }).click();
  await expect(page.getByText(`${year}年10月1日已移除。`)).toBeVisible();
  await expect(day).toHaveCount(0);
});

test("imports departments from a sheet based on the template", async ({ page }, info) => {
  const slug = `sheet-${info.project.name}`;
  await speak(page, "zh-CN");
  await signInAs(page, ADMINISTRATOR, "/admin/departments");
  await page.getByText("从表格导入部门").first().click();
  const form = page.getByRole("form", { name: "从表格导入部门" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    form.getByRole("link", { name: "下载模板（含现有内容）" }).click(),
  ]);
  await form.getByLabel("表格文件").setInputFiles((await download.path()) ?? "");
  await form.getByRole("button", { name: "预览" }).click();
  await expect(form.getByText("没有可导入的内容。")).toBeVisible();
  const csv = `编码,名称,英文名称\n${slug},市体育局 ${slug},Sports ${slug}\n`;
  await form.getByLabel("表格文件").setInputFiles({ name: "部门.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(form.getByText("没有可导入的内容。")).toHaveCount(0);
  await form.getByRole("button", { name: "预览" }).click();
  await form.getByRole("button", { name: "导入 1 行" }).click();
  await expect(page.locator("summary", { hasText: `市体育局 ${slug}` })).toBeVisible();
});

test("finds a user by first letters, changes a role in the panel and closes it by Escape", { tag: "@desk" }, async ({
  page,
}) => {
  await speak(page, "zh-CN");
  await signInAs(page, ADMINISTRATOR, "/admin/users");
  await page.getByRole("searchbox", { name: "搜索用户" }).fill("kxjsjtbr");
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  const row = page.getByRole("row", { name: /science\.reporter/ });
  const name = row.getByRole("link");
  await name.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "示例账号·市科学技术局填报人" });
  await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
  await panel.getByRole("combobox", { name: "全局角色" }).selectOption({ label: "读者" });
  await panel.getByRole("button", { name: "保存角色" }).click();
  await expect(panel.getByText("已完成。")).toBeVisible();
  await expect(row).toContainText("读者");
  await panel.getByRole("combobox", { name: "全局角色" }).selectOption({ label: "（无）" });
  await panel.getByRole("button", { name: "保存角色" }).click();
  await expect(row).not.toContainText("读者");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(name).toBeFocused();
  await page.goto("/admin/users?state=disabled&role=reviewer");
  await expect(page.getByText("没有符合条件的账号。")).toBeVisible();
  await page.getByRole("link", { name: "清除筛选" }).click();
  const signedIn = page.getByRole("columnheader", { name: "最近登录" });
  await signedIn.getByRole("link").click();
  await expect(signedIn).toHaveAttribute("aria-sort", "ascending");
  await signedIn.getByRole("link").click();
  // The administrator, or who has signed in since in another spec.
  await expect(page.getByRole("row").nth(1)).toContainText(/\d{4}年\d{1,2}月\d{1,2}日/);
});

test("changes two rules with one save, after showing which lights would change", async ({ page }) => {
  await speak(page, "en");
  await signInAs(page, "Administrator", "/admin/rules");
  const form = page.getByRole("form", { name: "Light rules" });
  const ahead = form.getByRole("textbox", { name: "Ahead: points above the plan" });
  const onTrack = form.getByRole("textbox", { name: "On track: points behind the plan at most" });
  const late = form.getByRole("textbox", { name: "Late report, stage 2: days after the cut-off" });
  const save = form.getByRole("button", { name: "Save rules" });
  const changes = page.getByRole("region", { name: "What would change" });
  await expect(onTrack).toHaveValue("5");
  await expect(changes.getByText("No lights would change.")).toBeVisible();

  // Both errors are at their fields; nothing is saved and nothing typed is lost.
  await onTrack.fill("20");
  await late.fill("0");
  await expect(changes.getByText("Correct the bounds to see what would change.")).toBeVisible();
  await save.click();
  await expect(
    form.getByRole("textbox", { name: "Behind: points behind the plan at most" }),
  ).toHaveAccessibleDescription("Must be further behind the plan than the line above.");
  await expect(late).toHaveAccessibleDescription(
    "Late report, stage 2: days after the cut-off: Enter a whole number of days from 1 to 366.",
  );
  await expect(onTrack).toHaveValue("20");

  await onTrack.fill("5");
  await ahead.fill("90");
  await late.fill("12");
  const counted = changes.getByText(/lights? would change:/);
  await expect(counted).toBeVisible();
  const count = Number.parseInt((await counted.textContent()) ?? "", 10);
  await expect(changes.getByRole("listitem")).toHaveCount(Math.min(count, 20));
  await save.click();
  await expect(form.getByText("Done.")).toBeVisible();
  await expect(changes.getByText("No lights would change.")).toBeVisible();
  await expect(page.getByText("In force: custom.")).toBeVisible();
  await page.reload();
  await expect(ahead).toHaveValue("90");
  await expect(late).toHaveValue("12");

  // A kind gets its own bounds once a measure is chosen.
  const growth = form.getByRole("textbox", { name: "Growth: ahead, above the plan" });
  await expect(growth).toBeHidden();
  await form.getByRole("combobox", { name: "Growth: measure" }).selectOption("the metric's unit");
  await expect(growth).toBeVisible();
  await form.getByRole("combobox", { name: "Growth: measure" }).selectOption("the general bounds");

  await ahead.fill("5");
  await late.fill("10");
  await save.click();
  await expect(page.getByText("In force: default.")).toBeVisible();
});

test("previews rules without script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: "en" });
  const page = await context.newPage();
  await page.goto("/sign-in?next=/admin/rules");
  await page.getByRole("button", { name: "Administrator" }).click();
  await page.getByRole("textbox", { name: "Ahead: points above the plan" }).fill("90");
  await page.getByRole("button", { name: "Preview changes" }).click();
  await expect(page.getByRole("region", { name: "What would change" }).getByText(/would change:/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Ahead: points above the plan" })).toHaveValue("90");
  await context.close();
});
