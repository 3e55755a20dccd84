// What PDF/A-2a (ISO 19005-2) requires of the structure of a file, as far as it can be read without a validator.
import { inflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { bulletinToPdf } from "@/lib/exports/bulletins/pdf";
import { collectionToPdf } from "@/lib/exports/chart-collection/pdf";
import { chartToPdf } from "@/lib/exports/pdf";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { aMilestoneChart, aRankChart, aRevisedCumulativeChart } from "@/testing/chart-builders";

const models = [aRevisedCumulativeChart(), aRankChart(), aMilestoneChart()].map(prepareTargetChart);
const charts = models.map((model, index) => ({ code: `T-${index}`, model }));
const title = '通报 <一> & "二" 第𬭎号';

async function aLogo() {
  const png = await sharp({ create: { width: 40, height: 10, channels: 3, background: "navy" } })
    .png()
    .toBuffer();
  return { url: `data:image/png;base64,${png.toString("base64")}`, width: 40, height: 10 };
}

interface PdfFile {
  readonly text: string;
  /** The dictionaries of all objects by number. */
  readonly objects: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
}

/** The library writes no object streams, so every dictionary is plain text. */
function parse(bytes: Buffer): PdfFile {
  const text = bytes.toString("latin1");
  const objects = new Map(
    [...text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id = "", body = ""]) => [id, body]),
  );
  return { text, objects, bytes };
}

function objectAt({ objects }: PdfFile, dictionary: string, key: string): string {
  const id = new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(dictionary)?.[1] ?? "";
  const found = objects.get(id);
  if (found === undefined) throw new Error(`${key} is missing in ${dictionary.slice(0, 200)}`);
  return found;
}

function streamOf(body: string): Buffer {
  const bytes = Buffer.from(/stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? "", "latin1");
  return /\/Filter \/FlateDecode/.test(body) ? inflateSync(bytes) : bytes;
}

function ofType({ objects }: PdfFile, type: string): string[] {
  return [...objects.values()].filter((body) =>
    new RegExp(`/Type /${type}\\b(?!\\w)`).test(body.split("\nstream\n")[0] ?? ""),
  );
}

/** A string of the information dictionary: text, or UTF-16 with a byte order mark. */
function infoText(file: PdfFile, key: string): string {
  const info = objectAt(file, file.text.slice(file.text.lastIndexOf("trailer")), "Info");
  const inner = new RegExp(`/${key} (\\d+) 0 R`).exec(info)?.[1];
  const written = inner === undefined ? info : (file.objects.get(inner) ?? "");
  const raw =
    (inner === undefined
      ? new RegExp(`/${key} \\(([sS]*?)\\)\\n`).exec(written)?.[1]
      : /^\(([\s\S]*)\)$/.exec(written)?.[1]) ?? "";
  const unescaped = raw.replace(
    /\\([()\\nrtbf])/g,
    (_, sign: string) => ({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" })[sign] ?? sign,
  );
  if (!unescaped.startsWith("\xfe\xff")) return unescaped;
  return Buffer.from(unescaped.slice(2), "latin1").swap16().toString("utf16le");
}

const files = new Map<string, PdfFile>();
beforeAll(async () => {
  const rows = Array.from({ length: 40 }, (_, index) => aBulletinRow({ code: `T-${index}`, light: "behind" }));
  const document = bulletinDocument(aBulletinOf(rows), [], "zh-CN");
  files.set("bulletin", parse(await bulletinToPdf({ ...document, title }, charts)));
  const collected = charts.map((chart) => ({ ...chart, owner: "Transport" }));
  const collection = { lang: "en", title: "Charts", about: "All charts", charts: collected } as const;
  files.set("collection", parse(await collectionToPdf(collection)));
  const [model] = models;
  if (model === undefined) throw new Error("no chart");
  const size = { width: 590, height: 350, theme: "print" } as const;
  files.set("chart with a logo", parse(await chartToPdf({ ...model, logo: await aLogo() }, size)));
}, 60_000);

const fileOf = (name: string): PdfFile => files.get(name) ?? parse(Buffer.alloc(0));

describe.each(["bulletin", "collection", "chart with a logo"])("a PDF/A-2a file: %s", (name) => {
  it("has a header with binary bytes, a file identifier, and neither encryption nor actions", () => {
    const { text, bytes } = fileOf(name);
    expect(text.startsWith("%PDF-1.7\n%")).toBe(true);
    expect([...bytes.subarray(10, 14)].every((byte) => byte > 127)).toBe(true);
    const trailer = text.slice(text.lastIndexOf("trailer"));
    expect(trailer).toMatch(/\/ID \[<[\da-f]{32}> <[\da-f]{32}>\]/);
    for (const key of [
      "Encrypt",
      "JavaScript",
      "JS",
      "Launch",
      "OpenAction",
      "AA",
      "EmbeddedFiles",
      "AcroForm",
      "LZWDecode",
      "XFA",
    ])
      expect(text, key).not.toMatch(new RegExp(`/${key}\\b`));
    expect(text.trimEnd().endsWith("%%EOF")).toBe(true);
  });

  it("identifies itself in uncompressed metadata that agree with its information", () => {
    const file = fileOf(name);
    const [catalog = ""] = ofType(file, "Catalog");
    const metadata = objectAt(file, catalog, "Metadata");
    expect(metadata).not.toContain("/Filter");
    const xml = streamOf(metadata).toString("utf8");
    expect(Number(/\/Length (\d+)/.exec(metadata)?.[1])).toBe(streamOf(metadata).length);
    expect(xml).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    const inXml = (pattern: RegExp) =>
      (pattern.exec(xml)?.[1] ?? "").replace(
        /&(lt|gt|quot|amp);/g,
        (_, sign: string) => ({ lt: "<", gt: ">", quot: '"' })[sign] ?? "&",
      );
    expect(infoText(file, "Title")).not.toBe("");
    expect(inXml(/<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)</)).toBe(infoText(file, "Title"));
    expect(inXml(/<dc:creator>[\s\S]*?<rdf:li>([^<]*)</)).toBe(infoText(file, "Author"));
    expect(inXml(/<dc:description>[\s\S]*?<rdf:li[^>]*>([^<]*)</)).toBe(infoText(file, "Subject"));
    expect(inXml(/<xmp:CreatorTool>([^<]*)</)).toBe(infoText(file, "Creator"));
    expect(inXml(/<pdf:Producer>([^<]*)</)).toBe(infoText(file, "Producer"));
    const created = infoText(file, "CreationDate").replace(/\D/g, "");
    expect(inXml(/<xmp:CreateDate>([^<]*)</).replace(/\D/g, "")).toBe(created);
  });

  it("has the colour profile of its colours", () => {
    const file = fileOf(name);
    const [catalog = ""] = ofType(file, "Catalog");
    const intent = objectAt(file, catalog, "OutputIntents");
    expect(intent).toContain("/S /GTS_PDFA1");
    const profile = objectAt(file, intent, "DestOutputProfile");
    expect(profile).toContain("/N 3");
    const bytes = streamOf(profile);
    expect(bytes.readUInt32BE(0)).toBe(bytes.length);
    expect([bytes.toString("latin1", 16, 20), bytes.toString("latin1", 36, 40)]).toEqual(["RGB ", "acsp"]);
    expect(file.text).not.toMatch(/DeviceCMYK/);
  });

  it("embeds every font, with the text of its glyphs", () => {
    const file = fileOf(name);
    const fonts = ofType(file, "Font");
    const simple = fonts.filter((font) => !font.includes("/Subtype /Type0"));
    expect(simple.length).toBeGreaterThan(0);
    for (const font of simple) {
      expect(font).toMatch(/\/Subtype \/CIDFontType2[\s\S]*\/CIDToGIDMap \/Identity/);
      expect(streamOf(objectAt(file, objectAt(file, font, "FontDescriptor"), "FontFile2")).length).toBeGreaterThan(
        1000,
      );
    }
    const composite = fonts.filter((font) => font.includes("/Subtype /Type0"));
    expect(composite).toHaveLength(simple.length);
    for (const font of composite) {
      const map = streamOf(objectAt(file, font, "ToUnicode")).toString("latin1");
      expect(map).toContain("beginbfrange");
      expect(map).not.toMatch(/<(0000|FEFF|FFFE)>\s*[>\]]/i);
    }
  });

  it("is tagged in its language", () => {
    const file = fileOf(name);
    const [catalog = ""] = ofType(file, "Catalog");
    expect(catalog).toContain(`/Lang (${name === "collection" ? "en" : "zh-CN"})`);
    expect(objectAt(file, catalog, "MarkInfo")).toContain("/Marked true");
    expect(objectAt(file, catalog, "StructTreeRoot")).toContain("/ParentTree");
    for (const page of ofType(file, "Page")) expect(page).toMatch(/\/StructParents \d+/);
  });

  it("draws nothing outside marked content", () => {
    const file = fileOf(name);
    let drawn = 0;
    for (const page of ofType(file, "Page")) {
      let depth = 0;
      for (const line of streamOf(objectAt(file, page, "Contents"))
        .toString("latin1")
        .split("\n")) {
        if (/\b(BDC|BMC)$/.test(line)) depth += 1;
        else if (line === "EMC") depth -= 1;
        else if (/(^|\s)(Tj|TJ|S|s|f|f\*|B|B\*|b|Do|sh)$/.test(line)) {
          drawn += 1;
          expect(depth, line).toBeGreaterThan(0);
        }
      }
      expect(depth).toBe(0);
    }
    expect(drawn).toBeGreaterThan(20);
  });

  it("blends normally, without the transfer functions that archives exclude", () => {
    for (const state of ofType(fileOf(name), "ExtGState")) {
      expect(state).not.toMatch(/\/(TR|TR2|HTP|HTO)\b/);
      expect(/\/BM \/(\w+)/.exec(state)?.[1] ?? "Normal").toBe("Normal");
    }
  });
});
