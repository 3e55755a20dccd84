// The structure of a PDF for screen readers: headings, paragraphs, tables and figures in reading order, the rest artifacts.
import PDFDocument from "pdfkit";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import { escapeHtml } from "@/lib/markup/escape-html";

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

export type Tag = "P" | "H1" | "H2" | "H3" | "H4" | "Figure" | "Table" | "TR" | "TH" | "TD";

interface TagOptions {
  /** What a screen reader reads instead of a figure. */
  readonly alt?: string;
  /** The corners of a figure: left, top, right, bottom. */
  readonly bbox?: readonly [number, number, number, number];
  /** What a header cell is the header of. */
  readonly scope?: "Column";
}

const roots = new WeakMap<Pdf, Element>();

/** The library writes title, author and subject into the XML of the metadata as they are. */
function escapeMetadata(pdf: Pdf): void {
  const endMetadata = pdf.endMetadata.bind(pdf);
  pdf.endMetadata = () => {
    // Its information dictionary, which is no XML, is complete by now.
    for (const key of ["Title", "Author", "Subject"] as const) pdf.info[key] = escapeHtml(pdf.info[key] ?? "");
    endMetadata();
  };
}

/**
 * A tagged PDF for archives, PDF/A-2a (ISO 19005-2), whose content is drawn with drawTagged() and drawArtifact(). Level A
 * because everything is tagged; part 2 because part 1 permits no transparency, which the charts use.
 */
export function createPdf(options: PDFKit.PDFDocumentOptions): Pdf {
  const { info, ...rest } = options;
  const pdf = new PDFDocument({
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    tagged: true,
    displayTitle: true,
    info: { Creator: FILE_AUTHOR, ...info },
    ...rest,
  });
  escapeMetadata(pdf);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  roots.set(pdf, root);
  return pdf;
}

/** An element at the end of the document, or inside `parent`; end() it after its last child. */
export function addElement(pdf: Pdf, tag: Tag, parent = roots.get(pdf)): Element {
  if (parent === undefined) throw new Error("the document was not created by createPdf()");
  const element = pdf.struct(tag);
  parent.add(element);
  return element;
}

/** Draws content of the document. It may continue on the next page, but starts none itself. */
export function drawTagged(
  pdf: Pdf,
  tag: Tag,
  draw: () => void,
  options: TagOptions = {},
  parent = roots.get(pdf),
): void {
  if (parent === undefined) throw new Error("the document was not created by createPdf()");
  // Attached to its parent, the element calls `draw` and marks what it writes.
  parent.add(pdf.struct(tag, options as PDFKit.Mixins.StructureElementOptions, [draw]));
}

/** Draws what is read by no one: rules, frames, page numbers, the header of a table on its next page. */
export function drawArtifact(pdf: Pdf, type: "Layout" | "Pagination", draw: () => void): void {
  pdf.markContent("Artifact", { type });
  draw();
  pdf.endMarkedContent();
}
