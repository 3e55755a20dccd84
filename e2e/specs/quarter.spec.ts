// A quarter of one target with five users: the office, a reporter, a reviewer, a reader and a visitor. The National Day
// holiday moves a deadline. At the end, page, API and audit agree.
import { chooseOption, confirmDialogs, expect, openAs, standOn, test, word } from "@/e2e/fixtures";
import { ReportPage } from "@/e2e/pages/report-page";
import { ReviewPage } from "@/e2e/pages/review-page";

const say = (path: string) => word("zh-CN", path);
const CODE = "NT-M93";
const VALUE = /^目标值/;

test("a quarter from issue to close", async ({ browser }) => {
  test.setTimeout(240_000);
  const office = await openAs(browser, "督查室督查员");
  const clerk = await openAs(browser, "市科学技术局填报人");
  const checker = await openAs(browser, "市科学技术局审核人");
  const reader = await openAs(browser, "内部读者");
  const visitor = await openAs(browser, null);
  // The reviewer's dialog is confirmed by ReviewPage.
  await confirmDialogs(office);
  await confirmDialogs(clerk);
  const allPages = [office, clerk, checker, reader, visitor];
  const day = async (on: string) => {
    for (const page of allPages) await standOn(page, on);
  };
  const form = new ReportPage(clerk, "zh-CN");
  const review = new ReviewPage(checker, "zh-CN");
  const report = async (asOf: string, value: string, note = "按台账") => {
    await form.open(CODE);
    await clerk.getByLabel(say("report.form.asOf")).fill(asOf);
    await form.value.fill(value);
    await form.note.fill(note);
    await form.submit();
  };
  const approve = async () => {
    await review.open();
    await review.approve(CODE);
  };

  await test.step("July: created, issued, received", async () => {
    await day("2023-07-03");
    await office.goto("/targets/new");
    await office.getByLabel("编号").fill(CODE);
    await office.getByLabel("目标名称").fill("下半年新增示范企业");
    await office.getByLabel("英文名称（可不填）", { exact: true }).fill("Model firms in the second half");
    await chooseOption(office, "责任部门", "市科学技术局");
    await office.getByLabel("指标名称").fill("示范企业数");
    await office.getByLabel("指标英文名称（可不填）").fill("Model firms");
    await office.getByLabel("计量单位").fill("家");
    await office.getByLabel(VALUE).fill("12");
    await office.getByLabel(say("target.fields.startOn")).fill("2023-07-01");
    await office.getByLabel("公开范围").selectOption("public");
    await office.getByRole("button", { name: "保存为拟定" }).click();
    await expect(office).toHaveURL(new RegExp(`/targets/${CODE}$`));
    await office.getByRole("button", { name: `${say("life.issueShort")} ${CODE}`, exact: true }).click();
    await office.getByLabel(say("life.authority")).first().fill("通政发〔2023〕12号");
    await office.getByRole("button", { name: say("life.issue"), exact: true }).click();
    await expect(office.getByText("责任部门应于2023年7月6日前签收。")).toBeVisible();
    await clerk.goto(`/targets/${CODE}`);
    await clerk.getByRole("button", { name: say("life.receive") }).click();
    await expect(clerk.getByRole("heading", { name: say("targetStates.received") })).toBeVisible();
  });

  await test.step("August: reported, returned, reported again, approved", async () => {
    await day("2023-08-03");
    await report("2023-07-31", "3");
    await review.open();
    await review.return(CODE, "请核对台账");
    await report("2023-07-31", "2");
    await approve();
    await visitor.goto(`/targets/${CODE}`);
    await expect(visitor.getByText("2家", { exact: true }).filter({ visible: true }).first()).toBeVisible();
  });

  await test.step("September: late, reminded, answered, accepted, corrected", async () => {
    await day("2023-09-12");
    await office.goto("/supervision");
    await expect(office.getByRole("listitem").filter({ hasText: CODE }).first()).toBeVisible();
    await office.goto(`/targets/${CODE}`);
    await office.getByText(say("instructions.send")).first().click();
    await office.getByLabel(say("instructions.body"), { exact: true }).fill("八月进展逾期，请尽快报送");
    await office.getByRole("button", { name: say("instructions.send") }).click();
    await expect(office.getByText("八月进展逾期，请尽快报送").first()).toBeVisible();
    await clerk.goto("/my");
    const slip = clerk.getByRole("listitem").filter({ hasText: "八月进展逾期" });
    await slip.getByLabel(say("instructions.replyText")).fill("已报送");
    await slip.getByRole("button", { name: say("instructions.reply") }).click();
    await expect(slip).toHaveCount(0);
    await report("2023-08-31", "6");
    await approve();
    await office.goto("/supervision");
    const answered = office.getByRole("listitem").filter({ hasText: "八月进展逾期" });
    await answered.getByText(say("instructions.judge"), { exact: true }).click();
    await answered.getByRole("button", { name: say("instructions.accept"), exact: true }).click();
    await expect(answered).toHaveCount(0);
    await clerk.goto(`/targets/${CODE}`);
    await clerk.getByRole("link", { name: word("zh-CN", "report.correctOf", { day: "2023年8月31日" }) }).click();
    await form.value.fill("5");
    await clerk.getByLabel(say("report.form.correctionNote")).fill("一家重复计数");
    await form.submit();
    await approve();
  });

  await test.step("October: the holiday moves the deadline; an extension and a lower value are requested", async () => {
    await day("2023-10-09");
    await clerk.goto("/my");
    const due = clerk.getByRole("listitem").filter({ hasText: CODE }).filter({ hasText: "2023年10月11日前报送" });
    await expect(due).toBeVisible();
    await report("2023-09-30", "8");
    await approve();
    await clerk.goto(`/targets/${CODE}/revise?as=extension`);
    await clerk.getByLabel(say("target.fields.dueOn")).fill("2024-01-31");
    await clerk.getByLabel(say("life.reason")).fill("认定推迟");
    await clerk.getByLabel(say("life.authority")).fill("通科〔2023〕30号");
    await clerk.getByRole("button", { name: say("life.sends.extension") }).click();
    await expect(clerk.getByText(say("form.done"), { exact: true })).toBeVisible();
    await office.goto("/supervision");
    const request = office.getByRole("listitem").filter({ hasText: "认定推迟" });
    await request.getByRole("button", { name: say("life.approveRequest"), exact: true }).click();
    await expect(request).toHaveCount(0);
    await office.goto(`/targets/${CODE}/revise`);
    await office.getByLabel(VALUE).first().fill("10");
    await office.getByLabel(say("life.reason")).fill("名额核减");
    await office.getByLabel(say("life.authority")).fill("通政发〔2023〕40号");
    await office.getByRole("button", { name: say("life.sends.direct") }).click();
    await expect(office.getByText(say("form.done"), { exact: true })).toBeVisible();
  });

  await test.step("November: reached, closed with a verdict", async () => {
    await day("2023-11-03");
    await report("2023-10-31", "10");
    await approve();
    await clerk.goto(`/targets/${CODE}`);
    await clerk.getByText(say("life.askClosing")).first().click();
    await clerk.getByLabel(say("life.closingReport")).fill("十家企业全部认定");
    await clerk
      .locator("details[open]")
      .getByRole("button", { name: say("life.send"), exact: true })
      .click();
    await expect(clerk.getByText(say("form.done"), { exact: true })).toBeVisible();
    await office.goto("/supervision");
    const closing = office.getByRole("listitem").filter({ hasText: "十家企业全部认定" });
    await closing.getByLabel(say("life.verdict")).selectOption({ label: say("life.verdicts.completed") });
    await closing.getByRole("button", { name: say("life.approveRequest"), exact: true }).click();
    await expect(closing).toHaveCount(0);
  });

  await test.step("page, API and audit agree", async () => {
    for (const page of [visitor, reader]) {
      await page.goto(`/targets/${CODE}`);
      await expect(page.getByRole("heading", { name: say("targetStates.closed") })).toBeVisible();
      await expect(page.getByText("10家", { exact: true }).filter({ visible: true }).first()).toBeVisible();
      await expect(page.getByRole("table", { name: say("target.adjusted") })).toContainText("12家");
    }
    const target = await (await visitor.request.get(`/api/v1/targets/${CODE}`)).json();
    expect(target).toMatchObject({
      state: "closed",
      targetValue: "10",
      dueOn: "2024-01-31",
      adjusted: true,
      original: { dueOn: "2023-12-31" },
      latest: { value: "10", asOf: "2023-10-31" },
      light: "achieved",
    });
    expect(target.readings.map((one: { value: string }) => one.value)).toEqual(["2", "5", "8", "10"]);
    const csv = await (await office.request.get(`/audit/export.csv?q=${CODE}`)).text();
    for (const action of [
      "target.created",
      "target.issued",
      "target.received",
      "update.returned",
      "update.superseded",
      "instruction.accepted",
      "request.approved",
      "target.revised",
      "target.closed",
    ]) {
      expect(csv, action).toContain(action);
    }
  });
});
