// A standard that must hold in every month: the page lists the months that missed it and those without a report.
import type { Page } from "@playwright/test";
import { chooseOption, confirmDialogs, expect, openAs, standOn, test, word } from "@/e2e/fixtures";
import { ReportPage } from "@/e2e/pages/report-page";
import { ReviewPage } from "@/e2e/pages/review-page";

const CODE = "NT-M89";

async function issueStandard(office: Page): Promise<void> {
  await office.goto("/targets/new");
  await office.getByRole("radio", { name: /^占比/ }).check();
  await office.getByLabel("编号").fill(CODE);
  await office.getByLabel("目标名称").fill("每月按时办结率");
  await chooseOption(office, "责任部门", "市科学技术局");
  await office.getByLabel("指标名称").fill("按时办结率");
  await office.getByLabel("计量单位").fill("%");
  await office.getByLabel("目标值").fill("95");
  await office.getByLabel("评定方式").selectOption({ label: "每一期都须达标" });
  await office.getByRole("button", { name: "保存为拟定" }).click();
  await expect(office).toHaveURL(new RegExp(`/targets/${CODE}$`));
  await office.getByRole("button", { name: `下达 ${CODE}` }).click();
  await office.getByLabel("依据文件").first().fill("通政发〔2023〕9号");
  await office.getByRole("button", { name: "下达目标", exact: true }).click();
  await expect(office.getByRole("heading", { name: "目标状态 已下达" })).toBeVisible();
}

test("one missed month breaks the promise, and the page names it and the month without a report", async ({
  browser,
}) => {
  const office = await openAs(browser, "督查室督查员");
  const clerk = await openAs(browser, "市科学技术局填报人");
  const checker = await openAs(browser, "市科学技术局审核人");
  await confirmDialogs(office);
  const form = new ReportPage(clerk, "zh-CN");
  const review = new ReviewPage(checker, "zh-CN");
  await standOn(office, "2023-01-03");
  await issueStandard(office);
  for (const page of [office, clerk, checker]) await standOn(page, "2023-05-05");
  await clerk.goto(`/targets/${CODE}`);
  await clerk.getByRole("button", { name: "签收" }).click();
  await expect(clerk.getByRole("heading", { name: "目标状态 已签收" })).toBeVisible();

  const approved = async (asOf: string, percentage: string) => {
    await form.open(CODE);
    await clerk.getByLabel(word("zh-CN", "report.form.asOf")).fill(asOf);
    await clerk.getByLabel(word("zh-CN", "report.form.percentage")).fill(percentage);
    await form.submit();
    await review.open();
    await review.approve(CODE);
    await office.goto(`/targets/${CODE}`);
  };
  const periods = office.getByText(/期中.*期达标/);

  await approved("2023-01-31", "96");
  await expect(periods).toHaveText("4期中1期达标；未报：2023年2月28日、2023年3月31日、2023年4月30日");
  await approved("2023-02-28", "80");
  await expect(periods).toHaveText("4期中1期达标；未达标：2023年2月28日；未报：2023年3月31日、2023年4月30日");
  await approved("2023-04-30", "99");
  await expect(periods).toHaveText("4期中2期达标；未达标：2023年2月28日；未报：2023年3月31日");
  await expect(office.getByRole("main").getByText("严重滞后").filter({ visible: true }).first()).toBeVisible();
});
