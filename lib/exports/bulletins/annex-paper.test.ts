// The paper of the annex in the files that are printed.
import JSZip from "jszip";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { ANNEX_COLUMNS, USUAL_COLUMNS } from "@/lib/bulletins/template";
import { LANGUAGES } from "@/lib/i18n/languages";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { bulletinToDocx } from "./docx";
import { bulletinToPdf } from "./pdf";

const TEXT = "征地拆迁进度慢，部分地块未交地，资金尚未到位。".repeat(2);
const row = aBulletinRow({ code: "NT-T02", light: "far-behind", problems: TEXT, nextStep: TEXT, isDueAssumed: true });

/** Twentieths of a point. */
const WORD_SIZES = { A4: { width: 16838, height: 11906 }, A3: { width: 23811, height: 16838 } };
/** Points, in whole numbers. */
const PDF_SIZES = { A4: [842, 595], A3: [1191, 842] };

describe.each(LANGUAGES)("the annex in %s", (lang) => {
  it.each([
    ["A4", "the usual columns", USUAL_COLUMNS],
    ["A3", "all columns", ANNEX_COLUMNS],
  ] as const)("is on landscape %s for %s, in Word and PDF", async (paper, _what, columns) => {
    const document = bulletinDocument(aBulletinOf([row], { columns: [...columns] }), [], lang);

    const zip = await JSZip.loadAsync(await bulletinToDocx(document, []));
    const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
    const pages = [...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="landscape"\/>/g)];
    const { width, height } = WORD_SIZES[paper];
    expect(pages).toHaveLength(1);
    expect(Math.abs(Number(pages[0]?.[1]) - width)).toBeLessThan(15);
    expect(Math.abs(Number(pages[0]?.[2]) - height)).toBeLessThan(15);

    const pdf = await getDocument({ data: new Uint8Array(await bulletinToPdf(document, [])), verbosity: 0 }).promise;
    const { view } = await pdf.getPage(pdf.numPages);
    expect(view.slice(2).map(Math.round)).toEqual(PDF_SIZES[paper]);
    await pdf.destroy();
  });
});
