// Concurrent use: two people at once, and a double click.
import type { Page } from "@playwright/test";
import { expect, signInAs, speak, test, word } from "@/e2e/fixtures";
import { ReportPage } from "@/e2e/pages/report-page";
import { ReviewPage } from "@/e2e/pages/review-page";

const CODE = { desktop: "NT-T02b", phone: "NT-T05" } as const;
const WHO = { desktop: "市交通运输局", phone: "南通高新区" } as const;

test("a double click creates one report, and the second of two reviewers gets a conflict message", async ({
  browser,
  page,
}, info) => {
  const project = info.project.name === "phone" ? "phone" : "desktop";
  const code = CODE[project];
  await speak(page, "zh-CN");
  await signInAs(page, `${WHO[project]}填报人`, "/my");
  const form = new ReportPage(page, "zh-CN");
  await form.open(code);
  await form.value.fill("5");
  await form.submitButton.dblclick();
  await expect(page.getByText(word("zh-CN", "report.form.submitted"), { exact: true })).toBeVisible();

  const context = await browser.newContext({ baseURL: info.project.use.baseURL, locale: "zh-CN" });
  const [one, other] = [await context.newPage(), await context.newPage()];
  await speak(one, "zh-CN");
  await signInAs(one, `${WHO[project]}审核人`, "/review");
  const [first, second] = [new ReviewPage(one, "zh-CN"), new ReviewPage(other, "zh-CN")];
  await first.open();
  await second.open();
  const waiting = first.report(code).filter({ hasText: "2023年9月30日" });
  await expect(waiting).toHaveCount(1);
  const agree = (on: Page) => on.getByRole("alertdialog").getByRole("button", { name: "审核通过" }).click();
  await waiting.getByRole("button", { name: `审核通过 ${code}` }).click();
  await agree(one);
  await expect(waiting).toHaveCount(0);
  const stale = second.report(code).filter({ hasText: "2023年9月30日" });
  await stale.getByRole("button", { name: `审核通过 ${code}` }).click();
  await agree(other);
  await expect(stale.getByText(word("zh-CN", "report.conflicts.changed"))).toBeVisible();
  await context.close();
});
