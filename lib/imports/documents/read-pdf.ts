// The text of a PDF: its lines from top to bottom, joined into paragraphs. A scan has no text.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const MOST_PAGES = 1000;

interface Line {
  readonly text: string;
  readonly y: number;
  readonly right: number;
  readonly height: number;
}

/** @throws Error if the bytes are no PDF, or need a password. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) return "too-large";
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      pages.push(joinLines(linesOf((await page.getTextContent()).items as readonly Item[])));
      page.cleanup();
    }
    return joinPages(pages);
  } finally {
    await task.destroy();
  }
}

interface Item {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
}

function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  for (const { str = "", transform = [], width = 0, height = 0 } of items) {
    if (str === "") continue;
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0];
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < Math.max(2, last.height / 2)) {
      const gap = x - last.right > last.height / 3 && !/\s$/.test(last.text) && isLatin(last.text.at(-1)) ? " " : "";
      lines[lines.length - 1] = {
        ...last,
        text: last.text + gap + str,
        right: x + width,
        height: Math.max(last.height, height),
      };
    } else {
      lines.push({ text: str, y, right: x + width, height });
    }
  }
  return lines.filter(({ text }) => text.trim() !== "" && !/^\s*[-—–]?\s*\d{1,4}\s*[-—–]?\s*$/.test(text));
}

function isLatin(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{Script=Latin}\d.,;:)%]/u.test(sign);
}

const ENDS = /[。！？；：!?;:”」）)]\s*$|\.\s*$/;
const STARTS =
  /^\s*(?:[（(]?\d{1,3}[.、)）．]|[（(]?[一二三四五六七八九十]{1,3}[）)、]|第[一二三四五六七八九十]+[章节]|[-–—•·●▪*])/;

/** A line that reaches the right edge and does not end a sentence goes on in the next one. */
function joinLines(lines: readonly Line[]): string {
  const edge = Math.max(0, ...lines.map(({ right }) => right));
  let text = "";
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1];
    if (last === undefined) {
      text = line.text.trim();
      continue;
    }
    const isFull = last.right > edge - Math.max(3 * last.height, edge * 0.08);
    text = !isFull || STARTS.test(line.text) ? `${text}\n${line.text.trim()}` : continued(text, line.text);
  }
  return text;
}

function continued(text: string, next: string): string {
  const [head, tail] = [text.trimEnd(), next.trimStart()];
  if (/[a-z]-$/.test(head) && /^[a-z]/.test(tail)) return head.slice(0, -1) + tail;
  return isLatin(head.at(-1)) &&
    /^[\p{Script=Latin}\d(]/u.test(tail) &&
    !/\p{Script=Han}/u.test(head.slice(-6) + tail.slice(0, 6))
    ? `${head} ${tail}`
    : head + tail;
}

/** A page that ends within a sentence goes on on the next. */
function joinPages(pages: readonly string[]): string {
  return pages
    .filter((page) => page !== "")
    .reduce(
      (text, page) =>
        text === "" ? page : ENDS.test(text) || STARTS.test(page) ? `${text}\n${page}` : continued(text, page),
      "",
    );
}
