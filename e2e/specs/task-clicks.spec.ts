// The number of clicks of the most frequent tasks, and what a phone shows without scrolling.
import { chooseOption, expect, signInAs, speak, standOn, test, word } from "@/e2e/fixtures";
import { ClickCounter } from "@/e2e/pages/click-counter";
import { ReportPage } from "@/e2e/pages/report-page";
import { ReviewPage } from "@/e2e/pages/review-page";
import { REPORT_CLICKS } from "@/lib/domain/updates/typing-time";

const say = (path: string, values?: Parameters<typeof word>[2]) => word("zh-CN", path, values);

const DEPARTMENT = "南通高新区";
/** Two targets are due, and no other spec writes. */
const DAY = "2023-04-10";
const CODES = { desktop: "NT-T05", phone: "NT-T06" } as const;
/** Above the target, so that the form warns. */
const VALUE = "9999";

test("a report takes five clicks from sign-in at most, returning it two", async ({ page, browser }, info) => {
  const code = CODES[info.project.name === "phone" ? "phone" : "desktop"];
  await speak(page, "zh-CN");
  await standOn(page, DAY);
  const clicks = new ClickCounter("submit a report, from sign-in");
  await page.goto("/sign-in");
  await clicks.on(page.getByRole("button", { name: `${DEPARTMENT}填报人`, exact: true }));
  await expect(page).not.toHaveURL(/\/(sign-in|desk)/);
  if (!page.url().endsWith("/my")) await clicks.on(page.getByRole("link", { name: new RegExp(say("my.title")) }));
  const fromList = new ClickCounter("report on a target, from the list and back");
  const open = page.getByRole("link", { name: `${say("my.report")} ${code}`, exact: true });
  await clicks.on(open, fromList);

  const form = new ReportPage(page, "zh-CN");
  await expect(form.submitButton).toBeEnabled();
  await expect(form.value).toBeFocused();
  await expect(form.value).toBeInViewport({ ratio: 1 });
  await expect(form.submitButton).toBeInViewport({ ratio: 1 });
  await page.keyboard.type(VALUE);
  await expect(page.getByText(say("report.form.warnings"))).toBeVisible();
  await expect(form.value).toBeInViewport({ ratio: 1 });
  await form.note.fill("口径调整");
  await clicks.on(form.submitButton, fromList);
  await expect(page.getByRole("main").getByText(say("report.form.submitted"), { exact: true })).toBeVisible();
  clicks.expectAtMost(5);

  await fromList.on(page.getByRole("link", { name: say("report.form.back") }));
  fromList.expectExactly(REPORT_CLICKS);
  await expect(page.getByRole("main").getByText(new RegExp(`^${code} .*已提交`))).toBeVisible();

  const desk = await browser.newContext({ baseURL: info.project.use.baseURL, locale: "zh-CN" });
  const reviewerPage = await desk.newPage();
  await speak(reviewerPage, "zh-CN");
  await standOn(reviewerPage, DAY);
  await reviewerPage.goto("/sign-in?next=/review");
  await reviewerPage.getByRole("button", { name: `${DEPARTMENT}审核人`, exact: true }).click();
  const card = new ReviewPage(reviewerPage, "zh-CN").report(code).filter({ hasText: "口径调整" });
  const returning = new ClickCounter("return a report");
  await returning.on(card.getByText(say("review.return"), { exact: true }).first());
  await expect(card.getByRole("textbox", { name: say("review.reason") })).toBeFocused();
  await reviewerPage.keyboard.type("请核对");
  await returning.on(card.getByRole("button", { name: `${say("review.return")} ${code}` }));
  await expect(card).toHaveCount(0);
  returning.expectAtMost(2);

  // Undone within ten seconds, then withdrawn by its author.
  await reviewerPage.getByRole("button", { name: new RegExp(`^${say("review.undo")}`) }).click();
  await expect(reviewerPage.getByText(say("review.undone"))).toBeVisible();
  await expect(card).toHaveCount(1);
  await desk.close();
  await page.goto("/my");
  const row = page.getByRole("listitem").filter({ hasText: code });
  await row.getByRole("button", { name: say("my.withdraw"), exact: true }).click();
  await expect(page.getByText(say("my.withdrawn"))).toBeVisible();
  await row.getByRole("link", { name: `${say("my.resubmit")} ${code}` }).click();
  await expect(form.value).toHaveValue(VALUE);
});

test("returning without a reason says so at the field", async ({ page }) => {
  await speak(page, "zh-CN");
  await standOn(page, "2023-09-30");
  await page.goto("/sign-in?next=/review");
  await page.getByRole("button", { name: "市商务局审核人", exact: true }).click();
  const card = new ReviewPage(page, "zh-CN").report("NT-T04");
  await card.getByText(say("review.return"), { exact: true }).first().click();
  await card.getByRole("button", { name: `${say("review.return")} NT-T04` }).click();
  const reason = card.getByRole("textbox", { name: say("review.reason") });
  await expect(reason).toHaveAccessibleDescription(say("report.errors.reason-required"));
  await expect(reason).toBeFocused();
});

test("issuing a draft takes two clicks from the office's desk", { tag: "@desk" }, async ({ page }) => {
  const code = "NT-CLICK";
  await speak(page, "zh-CN");
  await standOn(page, DAY);
  await signInAs(page, "督查室督查员", "/targets/new");
  await page.getByLabel(say("newTarget.code")).fill(code);
  await page.getByLabel(say("newTarget.titleZh")).fill("两步下达");
  await page.getByLabel(say("newTarget.titleEn"), { exact: true }).fill("Issued in two clicks");
  await chooseOption(page, say("newTarget.owner"), "市科学技术局");
  await page.getByLabel(say("newTarget.name")).fill("两步下达数");
  await page.getByLabel(say("newTarget.nameEn")).fill("Issued in two clicks");
  await page.getByLabel(say("newTarget.unit")).fill("个");
  await page.getByLabel(say("target.fields.value")).fill("12");
  await page.getByRole("button", { name: say("newTarget.save") }).click();
  await expect(page).toHaveURL(new RegExp(`/targets/${code}$`));

  await page.goto("/supervision");
  const row = page.getByRole("listitem").filter({ hasText: code });
  const clicks = new ClickCounter("issue a draft, from the desk");
  await clicks.on(row.getByRole("button", { name: `${say("life.issueShort")} ${code}` }));
  const panel = page.getByRole("dialog", { name: new RegExp(code) });
  await expect(panel.getByLabel(say("life.authority"))).toBeFocused();
  await page.keyboard.type("通政发〔2023〕12号");
  await clicks.on(panel.getByRole("button", { name: say("life.issue"), exact: true }));
  await expect(page.getByText(say("life.issued", { code }))).toBeVisible();
  clicks.expectAtMost(2);
  await expect(row.getByRole("button", { name: `${say("supervision.remind")} ${code}` })).toBeVisible();
});

test("a department's red targets take one click from the overview", async ({ page }) => {
  await speak(page, "zh-CN");
  await standOn(page, "2023-09-30");
  await page.goto("/");
  const clicks = new ClickCounter("find a department's red targets");
  await clicks.on(page.getByRole("link", { name: new RegExp(` · ${say("lights.far-behind")} \\d+$`) }).first());
  await expect(page).toHaveURL(/\/targets\?department=[\w-]+&light=far-behind$/);
  const table = page.getByRole("main").getByRole("table");
  await expect(table.locator('[data-light="far-behind"]').first()).toBeVisible();
  await expect(table.locator('[data-light]:not([data-light="far-behind"])')).toHaveCount(0);
  clicks.expectAtMost(2);
});
