// The page of a department: its lights lead to the list, its numbers stand next to the medians, and what is due next
// has its day. Only signed-in readers see how punctual it is.
import type { Page } from "@playwright/test";
import { findViolations } from "@/e2e/accessibility";
import { expect, signInAs, speak, standOn, test, word } from "@/e2e/fixtures";

const say = (path: string, values?: Record<string, string | number>) => word("zh-CN", `departments.${path}`, values);

/** No other spec changes what was known on this day. */
const DAY = "2023-02-28";

async function open(page: Page, theme: "light" | "dark" = "light"): Promise<void> {
  await speak(page, "zh-CN", theme);
  await standOn(page, DAY);
  await page.goto("/departments/transport");
}

test("shows lights with their lists, the median of all departments, and what is due next", async ({ page }) => {
  await open(page);
  const main = page.getByRole("main");
  await expect(main.getByText("5项目标 · 截至2023年2月28日")).toBeVisible();
  const completion = main.getByRole("row", { name: say("completionMedian") });
  await expect(completion.getByRole("cell")).toHaveText(["4%", /^0%（6个部门）$/]);

  const due = main.getByRole("listitem").filter({ hasText: `2023年3月10日 · ${say("owedReport")}` });
  await expect(due).toHaveCount(3);
  await expect(due.first()).toContainText("10天后");
  await expect(main.getByRole("listitem").filter({ hasText: "节点：分解两大枢纽年度任务" })).toContainText("31天后");
  await expect(main.getByRole("link", { name: "另有8项" })).toHaveAttribute("href", /department=transport&sort=due/);

  const lights = main.getByRole("region", { name: say("lights") });
  await expect(lights.getByRole("link")).toHaveCount(2);
  await lights.getByRole("link", { name: "市交通运输局 · 未报送 3" }).click();
  await expect(page).toHaveURL(/\/targets\?department=transport&light=no-report/);
  await expect(main.getByRole("rowheader")).toHaveCount(3);
});

test("shows punctuality by month to signed-in readers only", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("heading", { name: say("compared") })).toBeVisible();
  await expect(page.getByRole("heading", { name: say("punctuality") })).toHaveCount(0);
  await expect(page.getByRole("row", { name: say("onTimeShare") })).toHaveCount(0);

  await signInAs(page, "内部读者", "/departments/transport");
  await expect(
    page
      .getByRole("row", { name: say("onTimeShare") })
      .getByRole("cell")
      .first(),
  ).toHaveText("100%");
  const months = page.getByRole("region", { name: say("punctuality") });
  const row = (key: string) => months.getByRole("row", { name: say(`punctualityRows.${key}`) }).getByRole("cell");
  await expect(row("due")).toHaveText(["1"]);
  await expect(row("on-time")).toHaveText(["1"]);
  // Blank instead of zero.
  await expect(row("late")).toHaveText([""]);
  await expect(row("missing")).toHaveText([""]);
});

for (const theme of ["light", "dark"] as const) {
  test(`has no accessibility violations (${theme})`, async ({ page }) => {
    await open(page, theme);
    expect(await findViolations(page)).toEqual([]);
    await signInAs(page, "内部读者", "/departments/transport");
    await expect(page.getByRole("heading", { name: say("punctuality") })).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
  });
}
