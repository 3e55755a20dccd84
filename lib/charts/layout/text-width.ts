// Estimates text widths without a browser, precisely enough to separate, wrap and place labels.

const FIRST = 0x20;
/**
 * Advance widths of the bundled font (the wider of its two weights) for ASCII characters from the space, in thousandths
 * of the font size. A test compares them with the font.
 */
const ADVANCES: readonly number[] = [
  227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 392, 590, 590, 590, 590, 590, 590, 590,
  590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853,
  749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 392, 378, 590, 567, 626, 591, 644, 527, 644,
  581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 437, 495, 421, 637, 576, 863, 562, 574, 511, 378,
  296, 378, 590,
];
/** Chinese characters and punctuation are full width; others are narrower. */
const SQUARE = 1000;

/** The width of one line at `size` pixels. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += ADVANCES[(character.codePointAt(0) ?? 0) - FIRST] ?? SQUARE;
  return (sum / 1000) * size;
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

/** Breaking units: a Latin word with its following space, or one Chinese character with its closing mark. */
function pieces(text: string): string[] {
  return text.match(/[⺀-￿][，。、；：！？）》」』】]*|[^\s⺀-￿]+\s*|\s+/gu) ?? [];
}

/** The text in at most `maxLines` lines of `width`; the last line is truncated with an ellipsis if necessary. */
export function wrapText(text: string, width: number, size: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = "";
  const rest = pieces(text.trim());
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
