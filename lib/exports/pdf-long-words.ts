// Measures long text in pieces. To break a word that is wider than its line, pdfkit measures the rest of the word for
// every line, so the time grew with the square of its length.

/** A font of pdfkit, which its types do not contain. */
export interface PdfFont {
  widthOfString(text: string, size: number, features?: readonly string[]): number;
}

/** Longer than a line, so that lines are still measured as they are drawn, with kerning. */
const LONGEST_LINE = 128;
const PIECE = 32;

const isSecondHalf = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** From the end, so that the rest of a word has the pieces of the whole word. */
function* piecesOf(text: string): Generator<string> {
  for (let end = text.length; end > 0; ) {
    let start = Math.max(0, end - PIECE);
    if (start > 0 && isSecondHalf(text.charCodeAt(start))) start -= 1;
    yield text.slice(start, end);
    end = start;
  }
}

/** Changes the font: the width of a long text becomes the sum of the widths of its pieces, each measured once. */
export function measureInPieces(font: PdfFont): void {
  const measure = font.widthOfString.bind(font);
  const widths = new Map<string, number>();
  const widthOf = (piece: string, features: readonly string[] | undefined) => {
    const key = `${features?.join() ?? ""} ${piece}`;
    const width = widths.get(key) ?? measure(piece, 1, features);
    // The rest of a word begins with another piece on every line.
    if (piece.length >= PIECE) widths.set(key, width);
    return width;
  };
  font.widthOfString = (text, size, features) => {
    if (text.length <= LONGEST_LINE) return measure(text, size, features);
    let sum = 0;
    for (const piece of piecesOf(text)) sum += widthOf(piece, features);
    return sum * size;
  };
}
