// A reporter downloads the workbook of the department, fills it in, uploads it, and submits the drafts.
import AxeBuilder from "@axe-core/playwright";
import ExcelJS from "exceljs";
import { expect, signInAs, speak, standOn, test, word } from "@/e2e/fixtures";
import { onSeparateServer } from "@/e2e/separate-server";
import { VALUE_HEADINGS } from "@/lib/imports/values/value-columns";

// The reports of July would wait for review in all tests of a later day.
await onSeparateServer(null);

const say = (path: string, values?: Parameters<typeof word>[2]) => word("zh-CN", path, values);

/** The file with values in the rows of these codes. */
async function fill(path: string, values: Readonly<Record<string, string | number>>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  let [code, value] = [0, 0];
  book.worksheets[0]?.eachRow((row) => {
    const texts = Array.from(row.values as ExcelJS.CellValue[], (one) => String(one ?? ""));
    if (code === 0 && texts.includes(VALUE_HEADINGS.code[0])) {
      [code, value] = [texts.indexOf(VALUE_HEADINGS.code[0]), texts.indexOf(VALUE_HEADINGS.value[0])];
    }
    const entered = values[texts[code] ?? ""];
    if (entered !== undefined) row.getCell(value).value = entered;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

test("a workbook is downloaded, filled in, uploaded as drafts and submitted", { tag: "@desk" }, async ({ page }) => {
  await speak(page, "zh-CN");
  await standOn(page, "2023-08-01");
  await signInAs(page, "市交通运输局填报人", "zh-CN", "/my/entry");
  await page.getByText(say("valueSheet.title")).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: say("valueSheet.download") }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^市交通运输局填报表 2023-08-01\.xlsx$/);
  const buffer = await fill(await file.path(), { "NT-T02": 260, "NT-T02b": "待定", "NT-T01": 60 });

  const form = page.getByRole("form", { name: say("valueSheet.title") });
  const upload = async () => {
    await form
      .getByLabel(say("import.file"))
      .setInputFiles({ name: "回收.xlsx", mimeType: "application/xlsx", buffer });
    await form.getByRole("button", { name: say("import.preview") }).click();
  };
  const counts = (added: number, same: number) =>
    form.getByText(say("import.counts", { added, changed: 0, same, conflict: 0, refused: 1 }));
  await upload();
  await expect(counts(2, 0)).toBeVisible();
  await expect(form.getByRole("listitem").filter({ hasText: "NT-T02b" })).toContainText(/[A-Z]\d+：不是数字/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await form.getByRole("button", { name: say("valueSheet.confirmSome", { count: 2, left: 1 }) }).click();
  await expect(form.getByText(say("valueSheet.done"))).toBeVisible();
  // The rows below show the drafts without a reload.
  const value = page.getByRole("form", { name: /^NT-T02 / }).getByLabel(new RegExp(`^${say("entry.value")}`));
  await expect(value).toHaveValue("260");

  await upload();
  await expect(counts(0, 2)).toBeVisible();
  await form.getByRole("button", { name: say("import.submit", { count: 2 }) }).click();
  await expect(page.getByRole("form", { name: /^NT-T02 / })).toHaveCount(0);
  await page.goto("/my");
  await expect(page.getByText(/260亿元/).first()).toBeVisible();
});
