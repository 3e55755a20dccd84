// The supervision office turns a document into drafts: upload, marks and cards, correct, merge, and drafts once.
import { buffer } from "node:stream/consumers";
import { Document, Packer, Paragraph } from "docx";
import PDFDocument from "pdfkit";
import { findViolations } from "@/e2e/accessibility";
import { expect, signInAs, speak, test, word } from "@/e2e/fixtures";

const REPORT = `2023年政府工作报告
一、2022年工作回顾
市交通运输局新改建农村公路241公里。全市接待游客900万人次。
二、2023年目标任务
市交通运输局新改建农村公路不少于261公里，6月底前出台公交提质实施方案。
新增停车泊位5000个。
弘扬城市精神。`;

const file = { name: "报告.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) };

test("a document becomes drafts with its sentences as quotes, and drafting again creates nothing", async ({ page }) => {
  await speak(page, "zh-CN");
  await signInAs(page, "督查室督查员");
  await page.goto("/supervision");
  await page.getByRole("link", { name: "从文件拟定目标" }).click();
  const form = page.getByRole("form", { name: "添加文件" });
  await form.getByLabel("文件（可不选）").setInputFiles(file);
  await expect(form.getByText(/^文字已填入下方/)).toBeVisible();
  await expect(form.getByLabel("标题")).toHaveValue("2023年政府工作报告");
  await form.getByLabel("发文单位").fill("市政府办公室");
  await form.getByLabel("日期").fill("2023-01-10");
  expect(await findViolations(page)).toEqual([]);
  await form.getByRole("button", { name: "添加文件" }).click();

  await expect(page.getByRole("heading", { name: "《2023年政府工作报告》拟定事项" })).toBeVisible();
  await expect(page.getByText("待处理 4 · 已采纳 0 · 已合并 1 · 不采纳 0 · 已拟定 0")).toBeVisible();
  const address = page.url();
  const card = (title: string) => page.getByRole("article", { name: `事项：${title}`, exact: true });
  const roads = card("新改建农村公路").filter({ hasText: "不少于261公里" });
  await expect(roads).toContainText("“不少于”→ 不少于");
  await expect(roads).toContainText("241公里 (2022)");
  expect(await findViolations(page)).toEqual([]);

  // By keyboard: a mark leads to its card, and the card back to its mark.
  const mark = page.getByRole("link", { name: "市交通运输局新改建农村公路不少于261公里" });
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(roads).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(roads.getByRole("link", { name: "查看原文位置" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(roads.getByRole("button", { name: "采纳", exact: true })).toBeFocused();

  const visitors = card("接待游客");
  await visitors.getByRole("link", { name: /^合并/ }).click();
  const options = visitors.getByLabel("并入").getByRole("option");
  const roadsOption = await options.filter({ hasText: "新改建农村公路" }).getAttribute("value");
  await visitors.getByLabel("并入").selectOption(roadsOption);
  await visitors.getByRole("button", { name: "合并" }).click();
  await expect(roads).toContainText("全市接待游客900万人次");

  const parking = card("新增停车泊位");
  await expect(parking).toContainText("缺少：责任部门");
  await parking.getByRole("link", { name: /^修改/ }).click();
  expect(await findViolations(page)).toEqual([]);
  await parking.getByRole("combobox", { name: "责任部门" }).selectOption({ label: "市交通运输局" });
  await parking.getByRole("button", { name: "保存并采纳" }).click();
  await expect(parking.getByText("已采纳")).toBeVisible();

  await page.getByRole("button", { name: "采纳全部 2 项要素齐全的事项" }).click();
  await expect(page.getByText("待处理 0 · 已采纳 3 · 已合并 2 · 不采纳 0 · 已拟定 0")).toBeVisible();
  // The state is still there the next day.
  await page.goto("/sources");
  await expect(page.getByRole("listitem").filter({ hasText: "2023年政府工作报告" })).toContainText("内部");
  await page.goto(address);
  await page.getByRole("button", { name: "拟定 3 项目标" }).click();
  await expect(page.getByText("已拟定 3 项目标。")).toBeVisible();
  await expect(page.getByRole("button", { name: /^拟定 \d+ 项目标/ })).toHaveCount(0);
  await page.getByRole("link", { name: "查看拟定目标" }).click();
  await page.getByRole("link", { name: "新改建农村公路" }).click();
  await expect(page.getByText("市交通运输局新改建农村公路不少于261公里，6月底前出台公交提质实施方案。")).toBeVisible();
});

const SENTENCE = "The transport bureau will build at least 261 km of roads.";

async function pdfOf(text: string): Promise<Buffer> {
  const document = new PDFDocument();
  document.text(text);
  document.end();
  return buffer(document);
}

test("the text of a PDF and of a Word document is filled in", async ({ page }) => {
  await speak(page, "en");
  await signInAs(page, "Supervision Office supervisor");
  await page.goto("/sources/new");
  const form = page.getByRole("form", { name: "Add a document" });
  const text = form.getByLabel("Text", { exact: true });
  const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(`Word: ${SENTENCE}`)] }] }));
  for (const [name, bytes] of [
    ["report.pdf", await pdfOf(`PDF: ${SENTENCE}`)],
    ["report.docx", docx],
  ] as const) {
    await text.fill("");
    await form
      .getByLabel("Document (optional)")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
    await expect(text).toHaveValue(name.endsWith("pdf") ? `PDF: ${SENTENCE}` : `Word: ${SENTENCE}`);
  }
});

test("a sentence selected in the text becomes a proposal, by mouse and by keyboard", async ({ page }) => {
  await speak(page, "en");
  await signInAs(page, "Supervision Office supervisor");
  await page.goto("/sources/new");
  const form = page.getByRole("form", { name: "Add a document" });
  await form.getByLabel("Title").fill("Notes");
  await form.getByLabel("Publisher").fill("City office");
  await form.getByLabel("Text", { exact: true }).fill("弘扬城市精神，做好宣传工作。\n加强队伍建设。");
  await form.getByRole("button", { name: "Add the document" }).click();
  await expect(page.getByText(/^No commitments were found/)).toBeVisible();
  await page.getByText("加强队伍建设").dblclick();
  await page.getByRole("button", { name: "Add a proposal from the selection" }).click();
  await expect(page.getByText("To decide 1 · accepted 0")).toBeVisible();
  const add = page.getByRole("link", { name: "Add a proposal" }).first();
  await add.focus();
  await page.keyboard.press("Enter");
  const sentence = page.getByRole("button", { name: "弘扬城市精神，做好宣传工作。" });
  await sentence.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: "Proposal: 弘扬城市精神，做好宣传工作" })).toBeVisible();
});

test("a card asks what the form asks, on a phone, and no longer once its figure is corrected", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await speak(page, "zh-CN");
  await signInAs(page, "督查室督查员");
  await page.goto("/sources/new");
  const form = page.getByRole("form", { name: "添加文件" });
  await form.getByLabel("标题").fill("港口计划");
  await form.getByLabel("发文单位").fill("市政府办公室");
  await form.getByLabel("日期").fill("2023-01-10");
  await form
    .getByLabel("正文", { exact: true })
    .fill("市交通运输局2023年港口货物吞吐量由2022年的2.85亿吨提高到2.7亿吨以上。\n市商务局新增外贸企业30家。");
  await form.getByRole("button", { name: "添加文件" }).click();
  const port = page.getByRole("article", { name: /^事项：.*港口货物吞吐量/ });
  const firms = page.getByRole("article", { name: /^事项：.*外贸企业/ });
  const question = word("zh-CN", "questions.worse-than-baseline");
  await expect(port.getByText(question)).toBeVisible();
  await expect(firms).toBeVisible();
  await expect(firms.getByText(question)).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);
  await port.getByRole("link", { name: /^修改/ }).click();
  const figure = port.getByLabel("目标值", { exact: true });
  await expect(figure).toHaveValue("2.7");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await figure.fill("2.9");
  await port.getByRole("button", { name: "保存并采纳" }).click();
  await expect(port.getByText("已采纳")).toBeVisible();
  await expect(port.getByText(question)).toHaveCount(0);
});

test.describe("a file with a fault", () => {
  test.use({ allowed: /status of 422/ });
  test("a file that cannot be read gets a message at its field and loses nothing", async ({ page }) => {
    await speak(page, "zh-CN");
    await signInAs(page, "督查室督查员");
    await page.goto("/sources/new");
    const form = page.getByRole("form", { name: "添加文件" });
    await form.getByLabel("发文单位").fill("市政府办公室");
    await form.getByLabel("文件（可不选）").setInputFiles({ ...file, name: "空.txt", buffer: Buffer.from(" \n ") });
    await expect(form.getByText(/^文件中没有文字/)).toBeVisible();
    const picture = Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex");
    await form.getByLabel("文件（可不选）").setInputFiles({ ...file, name: "图.docx", buffer: picture });
    await expect(form.getByText(/^无法按/)).toBeVisible();
    await form.getByLabel("正文").fill("已粘贴的文字");
    await form.getByLabel("文件（可不选）").setInputFiles(file);
    await expect(form.getByText(/^正文栏已有内容/)).toBeVisible();
    await expect(form.getByLabel("正文")).toHaveValue("已粘贴的文字");
    await form.getByRole("button", { name: "添加文件" }).click();
    await expect(form.getByText("请填写此项。").or(form.getByText("请填写")).first()).toBeVisible();
    await expect(form.getByLabel("发文单位")).toHaveValue("市政府办公室");
  });
});
