// The entry screen: input methods, pasting from a sheet, and drafts, on a day that no other test uses.
import type { Page } from "@playwright/test";
import { expect, signInAs, speak, standOn, test, word } from "@/e2e/fixtures";
import { ReportPage } from "@/e2e/pages/report-page";

const DAY = "2023-12-01";
const say = (path: string, values?: Parameters<typeof word>[2]) => word("zh-CN", path, values);

async function enter(page: Page, account: string, next: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await speak(page, "zh-CN");
  await standOn(page, DAY);
  await signInAs(page, account, next);
}

const rowOf = (page: Page, code: string) => page.getByRole("form", { name: new RegExp(`^${code} `) });
const valueIn = (page: Page, code: string) => rowOf(page, code).getByLabel(new RegExp(`^${say("entry.value")}`));

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("ControlOrMeta+V");
}

/** The codes on the screen, top to bottom. */
async function codesOn(page: Page): Promise<string[]> {
  await expect(valueIn(page, "NT-T02")).toBeVisible();
  // The rows with a value; a milestone has steps.
  const value = page.getByLabel(new RegExp(`^${say("entry.value")}`));
  const forms = await page.getByRole("form", { name: /^NT-/ }).filter({ has: value }).all();
  return Promise.all(forms.map(async (form) => (await form.getAttribute("aria-label"))?.split(" ")[0] ?? ""));
}

test("Enter in an input method selects a candidate and does not save or leave the row", { tag: "@desk" }, async ({
  page,
}) => {
  await enter(page, "市交通运输局填报人", "/my/entry");
  const [first = "", second = ""] = await codesOn(page);
  const value = valueIn(page, first);
  await value.focus();
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "sanbai", selectionStart: 6, selectionEnd: 6 });
  for (const type of ["rawKeyDown", "keyUp"] as const) {
    await input.send("Input.dispatchKeyEvent", { type, key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 });
  }
  await expect(value).toBeFocused();
  await input.send("Input.insertText", { text: "300" });
  await expect(value).toHaveValue("300");
  await expect(page.getByText(say("entry.saved"))).toHaveCount(0);
  await expect(page.getByText(say("report.errors.not-a-number"))).toHaveCount(0);
  await value.fill("");
  await value.press("Enter");
  await expect(valueIn(page, second)).toBeFocused();
});

test("a pasted column can be undone, saved, continued and submitted", { tag: "@desk" }, async ({ page }) => {
  const cells: Record<string, string> = {
    "NT-T01": "\u202d3",
    "NT-T02": "350亿",
    "NT-T02b": "27％",
    "NT-T03": "第1位",
  };
  await enter(page, "市交通运输局填报人", "/my/entry");
  const codes = await codesOn(page);
  const column = `${codes.map((code) => cells[code]).join("\r\n")}\r\n77\r\n`;
  const first = valueIn(page, codes[0] ?? "");
  const before = await Promise.all(codes.map((code) => valueIn(page, code).inputValue()));
  await first.focus();
  await paste(page, column);
  const keep = page.getByRole("button", { name: say("entry.pasteKeep") });
  await expect(keep).toBeFocused();
  await expect(page.getByText(say("entry.pastedRest", { cells: "77" }))).toBeVisible();
  await expect(page.getByText(say("report.readAs", { value: "350亿元" }))).toBeVisible();
  await expect(page.getByText(say("report.readAs", { value: "27%" }))).toBeVisible();
  await expect(page.getByText(say("entry.saved"))).toHaveCount(0);
  await page.getByRole("button", { name: say("entry.pasteUndo") }).click();
  await expect(first).toBeFocused();
  for (const [at, code] of codes.entries()) await expect(valueIn(page, code)).toHaveValue(before[at] ?? "");

  await paste(page, column);
  await expect(keep).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(say("entry.saved"))).toHaveCount(codes.length);
  await page.reload();
  await expect(valueIn(page, "NT-T02")).toHaveValue("350");
  await expect(valueIn(page, "NT-T02b")).toHaveValue("27");

  await rowOf(page, "NT-T02b")
    .getByRole("button", { name: say("entry.submit") })
    .click();
  await expect(rowOf(page, "NT-T02b")).toHaveCount(0);
  await page.goto("/my");
  await expect(page.getByRole("link", { name: `${say("my.continue")} NT-T02`, exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: `${say("my.report")} NT-T02`, exact: true })).toHaveCount(0);
  await expect(page.getByRole("link", { name: `${say("my.report")} NT-T02b`, exact: true })).toHaveCount(0);
  await expect(page.getByText(/2023年12月1日提交/)).toBeVisible();
  await page.goto("/my/entry");
  await expect(page.getByText(say("entry.waiting", { count: 1 }))).toBeVisible();
  await expect(rowOf(page, "NT-T02b")).toHaveCount(0);

  // The report page continues the draft as well, and rejects several cells.
  await page.goto("/targets/NT-T02/report");
  const form = new ReportPage(page, "zh-CN");
  await expect(form.value).toHaveValue("350");
  await form.value.selectText();
  await paste(page, "3\r\n5\r\n1");
  await expect(form.value).toHaveValue("3; 5; 1");
  await page.getByRole("button", { name: say("report.form.save") }).click();
  await expect(page.getByText(say("report.errors.several-numbers"))).toBeVisible();
});

test("a bulk decision needs a selection and counts it", { tag: "@desk" }, async ({ page }) => {
  await enter(page, "市商务局审核人", "/review");
  await page.getByRole("button", { name: say("review.bulk.clear") }).click();
  await expect(page.getByRole("button", { name: say("review.bulk.approve", { count: 0 }) })).toBeDisabled();
  await page.getByRole("checkbox").first().check();
  await expect(page.getByRole("button", { name: say("review.bulk.approve", { count: 1 }) })).toBeEnabled();
});
