// For tests: opens a file of any format with a third-party parser and returns all its text.
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { JSDOM } from "jsdom";
import JSZip from "jszip";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import sharp from "sharp";

const { DOMParser } = new JSDOM("").window;

function textsOfElement(element: Element): string[] {
  const own = [...element.attributes].map(({ value }) => value);
  const inside = [...element.childNodes].flatMap((node) =>
    node.nodeType === 1 ? textsOfElement(node as Element) : node.nodeType === 3 ? [node.textContent ?? ""] : [],
  );
  return [...own, ...inside];
}

/** @throws DOMException, or Error with the parser's message, if the text is not well-formed. */
function readXml(text: string): string[] {
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  const fault = parsed.querySelector("parsererror");
  if (fault !== null) throw new Error(fault.textContent ?? "not well-formed");
  return textsOfElement(parsed.documentElement);
}

const readHtml = (text: string) => textsOfElement(new JSDOM(text).window.document.documentElement);

function readJson(text: string): string[] {
  const texts: string[] = [];
  JSON.parse(text, (key, value) => {
    texts.push(key, typeof value === "string" ? value : "");
    return value;
  });
  return texts;
}

const readCsv = (text: string): string[] => (parse(text, { bom: true, record_delimiter: "\r\n" }) as string[][]).flat();

/** The content lines of iCalendar, unfolded; each must have a name and at most 75 octets before unfolding. */
function readIcs(text: string): string[] {
  for (const line of text.split("\r\n")) {
    if (Buffer.byteLength(line) > 75) throw new Error(`a line is too long: ${line}`);
  }
  const lines = text.replaceAll("\r\n ", "").split("\r\n").filter(Boolean);
  for (const line of lines) if (!/^[A-Z-]+[:;]/.test(line)) throw new Error(`no name: ${line}`);
  return lines;
}

/** The lines of each page, from top to bottom. */
async function readPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info } = await pdf.getMetadata();
  const texts: string[] = Object.values(info).filter((value) => typeof value === "string");
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const lines = new Map<number, string>();
    for (const item of items) {
      if (!("str" in item)) continue;
      const y = Math.round(item.transform[5]);
      lines.set(y, (lines.get(y) ?? "") + item.str);
    }
    texts.push(...lines.values());
  }
  await pdf.destroy();
  return texts;
}

async function readZip(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const texts: string[] = [];
  for (const [name, file] of Object.entries(zip.files)) {
    if (file.dir) continue;
    const format = name.split(".").at(-1) ?? "";
    const kind = format === "rels" || format === "vml" ? "xml" : format;
    texts.push(name, ...(await readTexts(kind, new Uint8Array(await file.async("uint8array")))));
  }
  return texts;
}

async function readWorkbook(bytes: Uint8Array): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const texts = await readZip(bytes);
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts;
}

/** All text in the file. @throws if a program that reads the format could not open it. */
export async function readTexts(format: string, bytes: Uint8Array): Promise<string[]> {
  const text = () => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  switch (format) {
    case "svg":
    case "xml":
      return readXml(text());
    case "html":
      return readHtml(text());
    case "json":
      return readJson(text());
    case "csv":
      return readCsv(text());
    case "ics":
      return readIcs(text());
    case "txt":
      return [text()];
    case "png":
      await sharp(bytes, { failOn: "warning" }).stats();
      return [];
    case "pdf":
      return readPdf(bytes);
    case "xlsx":
      return readWorkbook(bytes);
    case "docx":
    case "pptx":
    case "zip":
      return readZip(bytes);
    default:
      throw new Error(`no reader for ${format}`);
  }
}
