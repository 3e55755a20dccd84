// A deck as a file: the library's package with the strokes of its lines, and without what is invalid in it.
import JSZip from "jszip";
import type pptxgen from "pptxgenjs";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import { addStrokes } from "./pptx-strokes";

type Change = (xml: string) => string;

async function rewrite(zip: JSZip, pattern: RegExp, change: Change): Promise<void> {
  for (const [name, file] of Object.entries(zip.files)) {
    if (!file.dir && pattern.test(name)) zip.file(name, change(await file.async("string")));
  }
}

/** The library lists one master per slide; there is one. */
const withoutMissingParts =
  (zip: JSZip): Change =>
  (types) =>
    types.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, part: string) =>
      zip.files[part] === undefined ? "" : override,
    );

/** The library numbers the charts of a slide like its other shapes. */
function numberShapes(slide: string): string {
  let id = 0;
  return slide.replace(/<p:cNvPr id="\d+"/g, () => {
    id += 1;
    return `<p:cNvPr id="${id}"`;
  });
}

/** The workbook of a chart, which opens when its data are edited. */
async function nameProgram(workbook: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(workbook);
  await rewrite(zip, /^docProps\/core\.xml$/, (xml) => xml.replaceAll("PptxGenJS", FILE_AUTHOR));
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

export async function toPptx(deck: pptxgen): Promise<Buffer> {
  const zip = await JSZip.loadAsync((await deck.write({ outputType: "nodebuffer" })) as Buffer);
  await rewrite(zip, /^\[Content_Types\]\.xml$/, withoutMissingParts(zip));
  await rewrite(zip, /^ppt\/slides\/slide\d+\.xml$/, numberShapes);
  await rewrite(zip, /^ppt\/charts\/chart\d+\.xml$/, addStrokes);
  for (const file of zip.file(/^ppt\/embeddings\/.*\.xlsx$/)) {
    zip.file(file.name, await nameProgram(await file.async("nodebuffer")));
  }
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}
