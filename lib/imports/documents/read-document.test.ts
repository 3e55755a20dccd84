import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import fc from "fast-check";
import JSZip from "jszip";
import PDFDocument from "pdfkit";
import { expect, test } from "vitest";
import { extractDocument } from "./extract";
import { type DocumentRead, readDocument } from "./read-document";

const FONT = "node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";
const SENTENCES = [
  "2024年新建口袋公园30个，改造老旧小区不少于120个。",
  "到2026年，城镇化率达到75%以上，力争高于全省平均水平。",
];

function textOf(read: DocumentRead): string {
  expect(read).toMatchObject({ ok: true });
  return read.ok ? read.text : "";
}

function figuresOf(read: DocumentRead): string[] {
  return extractDocument(textOf(read)).commitments.map(
    ({ quantity, year }) => `${quantity.value}${quantity.unit} ${year}`,
  );
}

const FIGURES = ["30个 2024", "120个 2024", "75% 2026"];

async function word(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const paragraphs = SENTENCES.map((text) => new Paragraph({ children: [new TextRun(text)] }));
  const table = new Table({ rows: [new TableRow({ children: [cell("指标"), cell("目标值")] })] });
  return Packer.toBuffer(new Document({ sections: [{ children: [...paragraphs, table] }] }));
}

function pdf(texts: readonly string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: "A5", ...options });
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.font(FONT).fontSize(16);
    for (const text of texts) document.text(text);
    document.end();
  });
}

test("reads paragraphs and table cells of a Word document as lines", async () => {
  const read = await readDocument(await word());
  expect(read).toMatchObject({ ok: true, format: "docx" });
  expect(textOf(read).split(/\n+/)).toEqual([...SENTENCES, "指标", "目标值"]);
  expect(figuresOf(read)).toEqual(FIGURES);
});

test("says of a Word document and of a PDF that it needs a password", async () => {
  const encrypted = { ok: false, fault: "document-encrypted" };
  expect(await readDocument(readFileSync(join(import.meta.dirname, "fixtures/encrypted.docx")))).toEqual(encrypted);
  expect(await readDocument(await pdf(SENTENCES, { userPassword: "guatu", ownerPassword: "owner" }))).toEqual(
    encrypted,
  );
});

test("joins the lines of a PDF into its paragraphs", async () => {
  const read = await readDocument(await pdf(SENTENCES));
  expect(read).toMatchObject({ ok: true, format: "pdf" });
  expect(textOf(read).split("\n")).toEqual(SENTENCES);
  expect(figuresOf(read)).toEqual(FIGURES);
});

test("does not read a picture as text", async () => {
  const picture = Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex");
  expect(await readDocument(picture)).toEqual({ ok: false, fault: "not-a-document" });
});

test("says that a PDF without text contains none", async () => {
  expect(await readDocument(await pdf([]))).toEqual({ ok: false, fault: "no-text" });
});

test("reads a web page without its scripts and navigation", async () => {
  const html = `<!doctype html><html><head><style>p{}</style><script>var a = "500个";</script></head><body>
    <nav>第1页 共300个</nav><h1>工作方案</h1><p>${SENTENCES[0]}</p><ul><li>${SENTENCES[1]}</li></ul></body></html>`;
  const read = await readDocument(new TextEncoder().encode(html));
  expect(read).toMatchObject({ ok: true, format: "html" });
  expect(figuresOf(read)).toEqual(FIGURES);
});

test.each([
  ["UTF-8", new TextEncoder().encode(SENTENCES.join("\n"))],
  ["UTF-16 with a mark", Buffer.from(`\ufeff${SENTENCES.join("\n")}`, "utf16le")],
  // 新建30个 in GB 18030.
  ["GB 18030", Uint8Array.from([0xd0, 0xc2, 0xbd, 0xa8, 0x33, 0x30, 0xb8, 0xf6])],
])("reads text in %s", async (encoding, bytes) => {
  expect(figuresOf(await readDocument(bytes))).toEqual(encoding === "GB 18030" ? ["30个 null"] : FIGURES);
});

test("refuses archives that are no Word document or unpack to too much, and broken files", async () => {
  const other = await new JSZip().file("xl/workbook.xml", "<a/>").generateAsync({ type: "nodebuffer" });
  const bomb = await new JSZip()
    .file("[Content_Types].xml", "<Types/>")
    .file("word/document.xml", Buffer.alloc(70 * 1024 * 1024, 32), { compression: "DEFLATE" })
    .generateAsync({ type: "nodebuffer" });
  expect(bomb.length).toBeLessThan(200_000);
  expect(await readDocument(other)).toEqual({ ok: false, fault: "not-a-document" });
  expect(await readDocument(bomb)).toEqual({ ok: false, fault: "document-too-large" });
  expect(await readDocument((await word()).subarray(0, 800))).toEqual({ ok: false, fault: "not-a-document" });
  expect(await readDocument(Buffer.from("%PDF-1.7\n1 0 obj\n<<"))).toEqual({ ok: false, fault: "not-a-document" });
  expect(await readDocument(new Uint8Array(0))).toEqual({ ok: false, fault: "no-text" });
});

test("never throws on any bytes", async () => {
  const heads = fc.constantFrom("", "PK\u0003\u0004", "%PDF-1.4\n", "<html>", "<p ");
  await fc.assert(
    fc.asyncProperty(heads, fc.uint8Array({ maxLength: 300 }), async (head, bytes) => {
      const read = await readDocument(Buffer.concat([Buffer.from(head, "latin1"), bytes]));
      expect(typeof read.ok).toBe("boolean");
    }),
    { numRuns: 60 },
  );
});
