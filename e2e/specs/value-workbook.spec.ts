// A reporter downloads the workbook of the department, fills it in, uploads it, and submits the drafts.
import ExcelJS from "exceljs";
import { findViolations } from "@/e2e/accessibility";
import { expect, signInAs, speak, standOn, test, word } from "@/e2e/fixtures";
import { ClickCounter } from "@/e2e/pages/click-counter";
import { onSeparateServer } from "@/e2e/separate-server";
import { SHEET_CLICKS } from "@/lib/domain/updates/typing-time";
import { VALUE_HEADINGS } from "@/lib/imports/values/value-columns";

// The reports of July would wait for review in all tests of a later day.
await onSeparateServer(null);

const say = (path: string, values?: Parameters<typeof word>[2]) => word("zh-CN", path, values);

/** The file with values in the rows of these codes, and with days in the rows of these steps. */
async function fill(
  path: string,
  values: Readonly<Record<string, string | number>>,
  days: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  for (const sheet of book.worksheets) {
    let heads: string[] = [];
    sheet.eachRow((row) => {
      const texts = Array.from(row.values as ExcelJS.CellValue[], (one) => String(one ?? ""));
      if (texts.includes(VALUE_HEADINGS.code[0])) heads = texts;
      const placeOf = (column: keyof typeof VALUE_HEADINGS) => heads.indexOf(VALUE_HEADINGS[column][0]);
      const value = values[texts[placeOf("code")] ?? ""];
      if (value !== undefined && placeOf("value") > 0) row.getCell(placeOf("value")).value = value;
      const day = days[texts[placeOf("step")] ?? ""];
      if (day !== undefined) row.getCell(placeOf("doneOn")).value = new Date(`${day}T00:00:00Z`);
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

test("a workbook is downloaded, filled in, uploaded as drafts and submitted", { tag: "@desk" }, async ({ page }) => {
  await speak(page, "zh-CN");
  await standOn(page, "2023-08-01");
  await signInAs(page, "市交通运输局填报人", "/my/entry");
  const clicks = new ClickCounter("report by workbook");
  await clicks.on(page.getByText(say("valueSheet.title")));
  const download = page.waitForEvent("download");
  await clicks.on(page.getByRole("button", { name: say("valueSheet.download") }));
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^市交通运输局填报表 2023-08-01\.xlsx$/);
  const days = { 完成年中推进评估: "2023-07-27", 通州湾江海联动枢纽年度任务: "2023-08-20" };
  const buffer = await fill(await file.path(), { "NT-T02": 260, "NT-T02b": "待定", "NT-T01": 60 }, days);

  const form = page.getByRole("form", { name: say("valueSheet.title") });
  const upload = async () => {
    await form
      .getByLabel(say("import.file"))
      .setInputFiles({ name: "回收.xlsx", mimeType: "application/xlsx", buffer });
    await form.getByRole("button", { name: say("import.preview") }).click();
  };
  const counts = (added: number, same: number) =>
    form.getByText(say("import.counts", { added, changed: 0, same, conflict: 0, refused: 2 }));
  await upload();
  // Two values and a step: one report each.
  await expect(counts(3, 0)).toBeVisible();
  const tooLate = form.getByRole("listitem").filter({ hasText: "通州湾江海联动枢纽年度任务" });
  await expect(tooLate).toContainText(say("report.errors.step-after-as-of"));
  await expect(form.getByRole("listitem").filter({ hasText: "NT-T02b" })).toContainText(/[A-Z]\d+：不是数字/);
  expect(await findViolations(page)).toEqual([]);
  await form.getByRole("button", { name: say("valueSheet.confirmSome", { count: 3, left: 2 }) }).click();
  await expect(form.getByText(say("valueSheet.done"))).toBeVisible();
  // The rows below show the drafts without a reload.
  const value = page.getByRole("form", { name: /^NT-T02 / }).getByLabel(new RegExp(`^${say("entry.value")}`));
  await expect(value).toHaveValue("260");
  const step = page.getByRole("form", { name: /^NT-M14 / }).getByLabel("完成年中推进评估");
  await expect(step).toHaveValue("2023-07-27");

  const chooser = page.waitForEvent("filechooser");
  await clicks.on(form.getByLabel(say("import.file")));
  await (await chooser).setFiles({ name: "回收.xlsx", mimeType: "application/xlsx", buffer });
  await clicks.on(form.getByRole("button", { name: say("import.preview") }));
  await expect(counts(0, 3)).toBeVisible();
  await clicks.on(form.getByRole("button", { name: say("import.submit", { count: 3 }) }));
  clicks.expectExactly(SHEET_CLICKS);
  await expect(page.getByRole("form", { name: /^NT-T02 / })).toHaveCount(0);
  await page.goto("/my");
  await expect(page.getByText(/260亿元/).first()).toBeVisible();
});
