// An absent reporter names a delegate, who reports for them; the desk, the review and the audit name both.
import { chooseOption, confirmDialogs, expect, signInAs, signOut, test, word } from "@/e2e/fixtures";
import { ReportPage } from "@/e2e/pages/report-page";
import { onSeparateServer } from "@/e2e/separate-server";

await onSeparateServer(null);
test.describe.configure({ mode: "serial" });

const ABSENT = "示例账号·市交通运输局填报人";
const DELEGATE = "示例账号·市科学技术局填报人";
const DELEGATE_OPTION = "示例账号·市科学技术局填报人（市科学技术局）";
const t = (key: string, values?: Record<string, string | number>) => word("zh-CN", `delegation.${key}`, values);

test("a delegate reports for an absent reporter, and every place names both", async ({ page }) => {
  await signInAs(page, "市交通运输局填报人", "/settings/absence");
  await chooseOption(page, t("delegate"), DELEGATE_OPTION);
  await page.getByLabel(t("endsOn"), { exact: true }).fill("2023-10-06");
  await page.getByRole("button", { name: t("submit"), exact: true }).click();
  const named = t("standsIn", { to: DELEGATE, absent: ABSENT, department: "市交通运输局", role: "填报人" });
  await expect(page.getByText(named)).toBeVisible();

  await page.getByLabel(t("endsOn"), { exact: true }).fill("2023-10-07");
  await chooseOption(page, t("delegate"), DELEGATE_OPTION);
  await page.getByRole("button", { name: t("submit"), exact: true }).click();
  await expect(page.getByText(word("zh-CN", "form.errors.delegation-overlaps"))).toBeVisible();
  await signOut(page, "zh-CN");

  await signInAs(page, "市科学技术局填报人", "/my");
  await expect(page.getByText(/^您正代理示例账号·市交通运输局填报人/)).toBeVisible();
  const report = page.getByRole("link", { name: `${word("zh-CN", "my.reportEarly")} NT-T02`, exact: true });
  const row = page.getByRole("listitem").filter({ has: report });
  await expect(row).toContainText(t("for", { name: ABSENT }));
  await report.click();
  const form = new ReportPage(page, "zh-CN");
  await form.value.fill("301.5");
  await form.note.fill("按台账统计");
  await form.submit();
  await signOut(page, "zh-CN");

  await signInAs(page, "市交通运输局审核人", "/review");
  const choice = page.getByRole("checkbox", { name: word("zh-CN", "review.choose", { code: "NT-T02" }), exact: true });
  const card = page.getByRole("listitem").filter({ has: choice });
  await expect(card).toContainText(t("actsFor", { who: DELEGATE, name: ABSENT }));
  await signOut(page, "zh-CN");

  await signInAs(page, "系统管理员", "/audit?q=NT-T02");
  const event = page
    .getByRole("row")
    .filter({ hasText: word("zh-CN", "audit.actions.update.submitted") })
    .first();
  await expect(event).toContainText(t("for", { name: ABSENT }));
});

test("an administrator sees the delegation on the account and ends it", async ({ page }) => {
  await confirmDialogs(page);
  await signInAs(page, "系统管理员", "/admin/users?user=demo-transport-reporter");
  const panel = page.getByRole("region", { name: ABSENT }).or(page.getByRole("dialog", { name: ABSENT }));
  await panel.getByRole("button", { name: t("end"), exact: true }).click();
  await expect(page.getByText(t("ended"))).toBeVisible();
  await expect(panel.getByRole("button", { name: t("end"), exact: true })).toHaveCount(0);
  await signOut(page, "zh-CN");
  await signInAs(page, "市科学技术局填报人", "/my");
  await expect(page.getByText(/^您正代理/)).toHaveCount(0);
});
