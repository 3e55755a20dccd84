// Estimates text widths without a browser, precisely enough to separate, wrap and place labels.

const FIRST = 0x20;

/** Advance widths of a typeface, in thousandths of the font size. A test compares them with the font. */
export interface Advances {
  /** ASCII characters from the space, in the wider of the two weights. */
  readonly ascii: readonly number[];
  /** The same for the regular weight, where a sign follows a text. */
  readonly regular: readonly number[];
  /** A sign beyond ASCII. */
  readonly other: (sign: string) => number;
}

const ADVANCES: readonly number[] = [
  227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 392, 590, 590, 590, 590, 590, 590, 590,
  590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853,
  749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 392, 378, 590, 567, 626, 591, 644, 527, 644,
  581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 437, 495, 421, 637, 576, 863, 562, 574, 511, 378,
  296, 378, 590,
];
const REGULAR: readonly number[] = [
  224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555,
  555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812,
  723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
  554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338,
  270, 338, 555,
];
/** Chinese characters and punctuation are full width. */
const SQUARE = 1000;
/** Raised signs of units: m², °C. */
const RAISED = 430;
/** The widest of the Latin and Greek letters beyond ASCII that a unit or a name has. */
const LETTER = 770;

/** The advance of a sign beyond ASCII; the bundled font has dots, dashes and × in full width. */
function otherAdvance(sign: string): number {
  if (/[°¹²³]/u.test(sign)) return RAISED;
  return /[µμÀ-ÖØ-öø-ɏ]/u.test(sign) && !/[ÆæŒœ]/u.test(sign) ? LETTER : SQUARE;
}

const SANS: Advances = { ascii: ADVANCES, regular: REGULAR, other: otherAdvance };

/** Those that texts are measured with now. */
let current = SANS;

/**
 * Measures with the advances of another typeface while `place` runs. `place` must be synchronous; otherwise concurrent
 * drawings would use these advances too.
 */
export function measureWith<T>(advances: Advances, place: () => T): T {
  const before = current;
  current = advances;
  try {
    return place();
  } finally {
    current = before;
  }
}

function widthOf(text: string, advances: readonly number[]): number {
  let sum = 0;
  for (const character of text) {
    sum += advances[(character.codePointAt(0) ?? 0) - FIRST] ?? current.other(character);
  }
  return sum / 1000;
}

/** The width of one line at `size` pixels. */
export function textWidth(text: string, size: number): number {
  return widthOf(text, current.ascii) * size;
}

/** The width of one line in the regular weight of the bundled font, for a sign right after it in a file. */
export function regularWidth(text: string, size: number): number {
  return widthOf(text, current.regular) * size;
}

/** The text truncated to `width` with an ellipsis. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let truncated = "";
  for (const character of text) {
    if (textWidth(`${truncated}${character}…`, size) > width) break;
    truncated += character;
  }
  return `${truncated.trimEnd()}…`;
}

const CHINESE = /[⺀-￿]/u;
const words = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("zh-CN", { granularity: "word" }) : null;

/** Whether no line may break between two pieces: at a hyphen, inside brackets, before a mark, between number and unit. */
function isJoined(before: string, after: string): boolean {
  if (/[\s​]$/u.test(before)) return false;
  if (/^[，。、；：！？）》」』】”’％%…·,.;:!?)\]\s]/u.test(after) || /[（《「『【“‘([第]$/u.test(before)) return true;
  // 9月30日, and a short word with its number: 正常11项.
  if (/([年月]|^[⺀-￿]{1,6})$/u.test(before) && /^\d/u.test(after)) return /[^，。、；：！？）》」』】]$/u.test(before);
  if (/[-–—/·~]$/u.test(before) || /^[-–—/~]/u.test(after)) return true;
  if (/^([区市县镇乡省个项位年月日]|以内|以上|以下|左右)$/u.test(after)) return /[\p{L}\p{N}]$/u.test(before);
  if (/[\d%]$/u.test(before) && CHINESE.test(after.charAt(0))) return true;
  return !CHINESE.test(before.slice(-1)) && !CHINESE.test(after.charAt(0));
}

const isSign = (piece: string) => /^[⺀-￿]$/u.test(piece);
const isHalfName = (piece: string | undefined) => piece !== undefined && /^[⺀-￿][-–—]/u.test(piece);

/** Breaking units: words, a Latin one with its following space. */
function pieces(text: string): string[] {
  const parts = words === null ? [...text] : Array.from(words.segment(text), ({ segment }) => segment);
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before !== undefined && isJoined(before, part)) joined[joined.length - 1] = before + part;
    else joined.push(part);
  }
  // 启东-吴江: the segmenter takes a rare place name for two words.
  return joined.flatMap((piece, index) => {
    if (isSign(piece) && isHalfName(joined[index + 1])) return [];
    const before = joined[index - 1];
    return [isHalfName(piece) && before !== undefined && isSign(before) ? before + piece : piece];
  });
}

/** A piece that is wider than a line breaks between its signs, never before a closing mark. */
function fitting(units: readonly string[], width: number, size: number): string[] {
  return units.flatMap((piece) =>
    textWidth(piece.trimEnd(), size) > width ? (piece.match(/.[，。、；：！？）》」』】]*/gsu) ?? []) : [piece],
  );
}

function wrapped(units: readonly string[], width: number, size: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = "";
  const rest = fitting(units, width, size);
  while (rest.length > 0) {
    const piece = rest[0] ?? "";
    if (line !== "" && textWidth(`${line}${piece.trimEnd()}`, size) > width) {
      if (lines.length === maxLines - 1) break;
      lines.push(line.trimEnd());
      line = "";
      continue;
    }
    line += piece;
    rest.shift();
  }
  if (line !== "" || rest.length > 0) lines.push(fitText(`${line}${rest.join("")}`.trimEnd(), width, size));
  return lines.map((one) => fitText(one, width, size));
}

/** Lines of about one length, as few as before. */
function balance(units: readonly string[], width: number, size: number, lines: readonly string[]): string[] {
  let [low, high] = [width / lines.length, width];
  const isTruncated = units.at(-1)?.endsWith("…") === true;
  for (let step = 0; step < 8; step += 1) {
    const middle = (low + high) / 2;
    const attempt = wrapped(units, middle, size, lines.length);
    if (attempt.at(-1)?.endsWith("…") === isTruncated) high = middle;
    else low = middle;
  }
  return wrapped(units, high, size, lines.length);
}

/**
 * The text in at most `maxLines` lines of `width`, broken between words; the last line is truncated with an ellipsis if
 * necessary. The last line is never a single sign.
 * @param isBalanced lines of about one length, for titles.
 */
export function wrapText(text: string, width: number, size: number, maxLines: number, isBalanced = false): string[] {
  const units = pieces(text.trim());
  const lines = wrapped(units, width, size, maxLines);
  const last = lines.at(-1) ?? "";
  if (lines.length < 2 || last.endsWith("…")) return lines;
  return isBalanced || [...last].length <= 2 ? balance(units, width, size, lines) : lines;
}
