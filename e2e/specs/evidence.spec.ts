// Evidence files: uploaded in the form, stored under their names, downloaded and never displayed.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { inDatabase } from "@/e2e/embedded";
import { confirmDialogs, expect, signInAs, speak, test, word } from "@/e2e/fixtures";
import { ReportPage } from "@/e2e/pages/report-page";
import { ReviewPage } from "@/e2e/pages/review-page";

test.use({ allowed: /422|404/ });

const CODE = { desktop: "NT-M03", phone: "NT-M06" } as const;
const NAME = "三季度台账（盖章）.png";

function codeOf(project: string): string {
  return CODE[project === "phone" ? "phone" : "desktop"];
}

const aPicture = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer();

/** Clicks a file's link: the browser must save it under its name, with identical bytes. */
async function expectDownload(page: Page, link: Locator, name: string, bytes: Buffer): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe(name);
  expect((await readFile(await download.path())).equals(bytes)).toBe(true);
}

test("a reporter uploads a file with a Chinese name and the reviewer downloads it", async ({ page }, info) => {
  const [code, picture] = [codeOf(info.project.name), await aPicture("red")];
  await speak(page, "zh-CN");
  await signInAs(page, "市科学技术局填报人", "/my");
  const form = new ReportPage(page, "zh-CN");
  await form.open(code);
  await form.note.fill("按台账统计，附盖章件。");
  const files = page.getByLabel(new RegExp(`^${word("zh-CN", "report.form.files.title")}`));
  await files.setInputFiles({ name: "网页.png", mimeType: "image/png", buffer: Buffer.from("<html>") });
  const refused = word("zh-CN", "report.form.files.errors.kind-not-taken");
  await expect(page.getByText(`网页.png: ${refused}`)).toBeVisible();
  await files.setInputFiles({ name: NAME, mimeType: "image/png", buffer: picture });
  const link = page.getByRole("link", { name: NAME });
  await expectDownload(page, link, NAME, picture);
  const path = (await link.getAttribute("href")) ?? "";
  const response = await page.request.get(path);
  expect(response.headers()).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
  });
  expect(response.headers()["content-disposition"]).toMatch(/^attachment; /);
  expect(response.headers()["content-disposition"]).toContain(`filename*=UTF-8''${encodeURIComponent("三季度台账")}`);
  await form.submit();

  await signInAs(page, "市科学技术局审核人", "/review");
  const review = new ReviewPage(page, "zh-CN");
  await review.open();
  const report = review.report(code);
  await expectDownload(page, report.getByRole("link", { name: NAME }), NAME, picture);
  // Internal until the reviewer publishes it.
  await report.getByRole("button", { name: word("zh-CN", "evidence.publish") }).click();
  await expect(report.getByRole("button", { name: word("zh-CN", "evidence.withhold") })).toBeVisible();
  await signInAs(page, "市商务局审核人");
  expect((await page.request.get(path)).status()).toBe(404);
});

test("a supporting department comments with files and the owner reads both", async ({ page }, info) => {
  const [code, picture] = [codeOf(info.project.name), await aPicture("blue")];
  const name = `配合情况 ${info.project.name}.png`;
  // As a revision of the office writes it.
  await inDatabase(async (client) => {
    await client.query(
      `INSERT INTO revision (id, target_id, revised_at, author_id, reason, authority, before, after)
       SELECT gen_random_uuid(), id, '2023-09-20T09:00:00+08:00', 'demo-supervisor', '增加配合部门', '第1号',
         '{"supporting": []}', '{"supporting": ["commerce"]}' FROM target WHERE code = $1`,
      [code],
    );
    await client.query(
      `INSERT INTO target_support (target_id, department_id) SELECT t.id, d.id FROM target t, department d
       WHERE t.code = $1 AND d.slug = 'commerce'`,
      [code],
    );
  });
  await speak(page, "zh-CN");
  await signInAs(page, "市商务局填报人", `/targets/${code}`);
  await page.getByText(word("zh-CN", "comments.write"), { exact: true }).click();
  const form = page.getByRole("form", { name: word("zh-CN", "comments.write") });
  const [body, files] = [form.getByRole("textbox"), form.getByLabel(word("zh-CN", "comments.files"))];
  const send = form.getByRole("button", { name: word("zh-CN", "comments.send") });
  await body.fill("配套资金已到位，见附件。");
  await files.setInputFiles({ name: "说明.pdf", mimeType: "application/pdf", buffer: picture });
  await send.click();
  await expect(form.getByText(word("zh-CN", "report.form.files.errors.name-does-not-fit"))).toBeVisible();
  await expect(body).toHaveValue("配套资金已到位，见附件。");
  await files.setInputFiles({ name, mimeType: "image/png", buffer: picture });
  await send.click();
  const link = page.getByRole("link", { name });
  await expect(link).toBeVisible();
  await expect(body).toHaveValue("");
  await expectDownload(page, link, name, picture);

  await signInAs(page, "市科学技术局审核人", `/targets/${code}`);
  await expect(page.getByText("配套资金已到位，见附件。")).toBeVisible();
  await expectDownload(page, page.getByRole("link", { name }), name, picture);
});

test("the files of a withdrawn report are attached to the next one, except those removed", { tag: "@desk" }, async ({
  page,
}) => {
  const code = "NT-T07";
  await speak(page, "zh-CN");
  await signInAs(page, "海门区人民政府填报人", "/my");
  const form = new ReportPage(page, "zh-CN");
  await form.open(code);
  await form.value.fill("330");
  await form.note.fill("按台账统计。");
  const title = word("zh-CN", "report.form.files.title");
  const files = page.getByLabel(new RegExp(`^${title}`));
  const entries = page.getByRole("main").getByRole("link", { name: /^(台账|汇总)\.png$/ });
  for (const [index, name] of ["台账.png", "汇总.png"].entries()) {
    await files.setInputFiles({ name, mimeType: "image/png", buffer: await aPicture("blue") });
    await expect(entries).toHaveCount(index + 1);
  }
  await form.submit();
  await page.goto("/my");
  const row = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: new RegExp(`^${code} `) }) })
    .first();
  await row.getByRole("button", { name: word("zh-CN", "my.withdraw"), exact: true }).click();
  await expect(page.getByText(word("zh-CN", "my.withdrawn"))).toBeVisible();
  await row.getByRole("link", { name: `${word("zh-CN", "my.resubmit")} ${code}` }).click();
  await expect(page.getByText(word("zh-CN", "report.form.files.takenOver"))).toBeVisible();
  await expect(entries).toHaveCount(2);
  await page.getByRole("button", { name: "删除 汇总.png" }).click();
  await expect(entries).toHaveText(["台账.png"]);
  await form.saveDraft();
  await page.reload();
  await expect(entries).toHaveText(["台账.png"]);
  await page.getByRole("button", { name: "删除 台账.png" }).click();
  await expect(entries).toHaveCount(0);

  // Other specs report on the target.
  await confirmDialogs(page);
  await page.goto("/my");
  await row.getByRole("button", { name: word("zh-CN", "my.discard") }).click();
  await expect(page.getByText(word("zh-CN", "my.discarded"))).toBeVisible();
});
