// A month's reports entered on one screen by keyboard and decided in bulk.
import { confirmDialogs, expect, signInAs, speak, standOn, test, word } from "@/e2e/fixtures";

const say = (path: string, values?: Parameters<typeof word>[2]) => word("zh-CN", path, values);
/** A different department for each run, on a day with several due reports and none submitted. */
const RUNS = {
  desktop: { department: "市交通运输局", day: "2023-11-01", codes: ["NT-T01", "NT-T02"] },
  phone: { department: "海门区人民政府", day: "2023-11-01", codes: ["NT-T07", "NT-T08"] },
} as const;

test("several reports are typed, saved as drafts, submitted and approved in bulk", async ({ page, browser }, info) => {
  const { department, day, codes } = info.project.name === "phone" ? RUNS.phone : RUNS.desktop;
  await speak(page, "zh-CN");
  await standOn(page, day);
  await signInAs(page, `${department}填报人`, "/my/entry");
  const [first, second] = codes.map((code) => page.getByRole("form", { name: new RegExp(`^${code} `) }));
  if (first === undefined || second === undefined) throw new Error("two rows are needed");
  const value = (row: typeof first) => row.getByLabel(new RegExp(`^${say("entry.value")}`));

  await value(first).fill("abc");
  await value(first).press("Tab");
  await value(second).focus();
  await expect(page.getByText(say("report.errors.not-a-number"))).toBeVisible();
  await value(first).fill("900");
  await value(first).press("Enter");
  await expect(page.getByText(say("entry.saved")).first()).toBeVisible();
  await page.reload();
  await expect(value(first)).toHaveValue("900");
  await value(second).fill("901");
  await page.getByRole("button", { name: say("entry.submitAll") }).click();
  // Submitted reports leave the screen.
  for (const row of [first, second]) await expect(row).toHaveCount(0);

  const context = await browser.newContext({ baseURL: info.project.use.baseURL, locale: "zh-CN" });
  const desk = await context.newPage();
  await confirmDialogs(desk);
  await speak(desk, "zh-CN");
  await standOn(desk, day);
  await signInAs(desk, `${department}审核人`, "/review");
  for (const code of codes) {
    const box = desk
      .getByRole("listitem")
      .filter({ hasText: day.slice(0, 4) })
      .filter({ hasText: /90[01]/ });
    await box.getByRole("checkbox", { name: say("review.choose", { code }) }).check();
  }
  await desk.getByRole("button", { name: say("review.bulk.approve", { count: 2 }) }).click();
  await expect(desk.getByText(say("review.bulk.done", { count: 2 }))).toBeVisible();
  await context.close();
});
