// How wide text will be, without a browser: enough to keep labels apart, wrapped and inside the frame.

const NARROW = /[iljtfrI1.,:;'|!()[\]/ ]/;
const WIDE = /[mwMW%@—…]/;

function characterEm(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (WIDE.test(character)) return 0.92;
  if (NARROW.test(character)) return 0.36;
  if (/[A-Z]/.test(character)) return 0.68;
  return 0.58;
}

/** The width of one line at `size` pixels, a little on the safe side (bold adds four per cent). */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const character of text) em += characterEm(character);
  return em * size * (bold ? 1.04 : 1);
}

/** The text cut to `width`, with an ellipsis where something was left out. */
export function fitText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size, bold) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaking units: a Latin word with its following space, or one Chinese character with its closing mark. */
function pieces(text: string): string[] {
  return text.match(/[⺀-￿][，。、；：！？）》」』】]*|[^\s⺀-￿]+\s*|\s+/gu) ?? [];
}

/** The text in at most `maxLines` lines of `width`; the last one ends in an ellipsis when text is left over. */
export function wrapText(text: string, width: number, size: number, maxLines: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  const rest = pieces(text.trim());
  while (rest.length > 0) {
    const piece = rest[0] ?? "";
    if (line !== "" && textWidth(`${line}${piece.trimEnd()}`, size, bold) > width) {
      if (lines.length === maxLines - 1) break;
      lines.push(line.trimEnd());
      line = "";
      continue;
    }
    line += piece;
    rest.shift();
  }
  if (line !== "" || rest.length > 0) lines.push(fitText(`${line}${rest.join("")}`.trimEnd(), width, size, bold));
  return lines.map((one) => fitText(one, width, size, bold));
}
