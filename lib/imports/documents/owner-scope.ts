// Which owner tag speaks of a figure.
import { findOwnerTags, type OwnerTag } from "@/lib/imports/documents/owners";
import type { Paragraph, Sentence } from "@/lib/imports/documents/segments";

export interface OwnerFinder {
  readonly at: (offset: number, sentence: Sentence) => OwnerTag | null;
}

/**
 * The owner of a figure, in this order: named in its sentence; the next tag behind it in the paragraph; the tag at the
 * start of the paragraph; a line below it that names who is responsible, up to the next heading; a heading above it.
 */
export function ownerFinder(paragraphs: readonly Paragraph[]): OwnerFinder {
  const tags = paragraphs.map(findOwnerTags);
  const below = linesBelow(paragraphs, tags);
  const above = headingsAbove(paragraphs, tags);
  return {
    at: (offset, sentence) => {
      const index = sentence.paragraph;
      const own = tags[index] ?? [];
      const inSentence = own.findLast(
        (tag) => tag.scope === "sentence" && tag.at >= sentence.full.at && tag.at <= offset,
      );
      const behind = own.find((tag) => tag.scope === "back" && tag.at >= offset);
      const ahead = own.findLast((tag) => tag.scope === "forward" && tag.end <= offset);
      const line = below[index] ?? above[index] ?? null;
      // 高新区今年将… in an essay of 南通高新区: the full name.
      if (inSentence !== undefined && line?.owner.endsWith(inSentence.owner)) return line;
      return inSentence ?? behind ?? ahead ?? line;
    },
  };
}

/** A tag fills its paragraph: 责任单位：…, 由…负责落实, （作者系…）. */
function isLine(paragraph: Paragraph, tag: OwnerTag): boolean {
  return tag.scope === "back" && tag.end - tag.at >= paragraph.text.trim().length - 4;
}

/** For each paragraph, the owner line below it before the next heading; an author's line reaches back over headings. */
function linesBelow(paragraphs: readonly Paragraph[], tags: readonly OwnerTag[][]): (OwnerTag | null)[] {
  const found: (OwnerTag | null)[] = [];
  let line: OwnerTag | null = null;
  let author: OwnerTag | null = null;
  for (let index = paragraphs.length - 1; index >= 0; index -= 1) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) continue;
    const own = tags[index] ?? [];
    const last = own.findLast((tag) => tag.scope === "back");
    if (last !== undefined && /^[（(]作者/.test(paragraph.text.slice(last.at - paragraph.at))) {
      author = last;
      line = null;
    } else if (last !== undefined) {
      line = isLine(paragraph, last) ? last : null;
    }
    found[index] = line ?? author;
    if (paragraph.headingLevel !== null) line = null;
  }
  return found;
}

function headingsAbove(paragraphs: readonly Paragraph[], tags: readonly OwnerTag[][]): (OwnerTag | null)[] {
  const levels: (OwnerTag | null)[] = [];
  return paragraphs.map((paragraph, index) => {
    const level = paragraph.headingLevel;
    if (level !== null) {
      levels.length = Math.min(levels.length, level);
      levels[level] = tags[index]?.at(0) ?? null;
    }
    return levels.findLast((tag) => tag != null) ?? null;
  });
}
