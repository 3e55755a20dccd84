/** The trimmed paragraphs of a text. Each line is a paragraph; blank lines are ignored. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A heading of the second level at the start of a paragraph: "（一）进度较快的部门。" or "(a) Departments behind." */
const LEAD = /^(（[一二三四五六七八九十]+）[^。]*。?|\([a-z]\) [^.]*\.?)\s*(.*)$/u;

/** A paragraph with its second-level heading, if it has one, and the text after it. */
export function splitLead(paragraph: string): { readonly lead: string; readonly rest: string } {
  const [, lead = "", rest = paragraph] = LEAD.exec(paragraph) ?? [];
  return { lead, rest };
}

/** The first sentence of a paragraph, and the rest with the space before it. */
export function splitSentence(paragraph: string): [string, string] {
  const end = /[。！？]|[.!?](?=\s)/u.exec(paragraph);
  const length = end === null ? paragraph.length : end.index + end[0].length;
  return [paragraph.slice(0, length), paragraph.slice(length)];
}

/** A third-level heading: a separate line such as "1. 压实责任", without a full stop. */
const THIRD_LEVEL = /^\d{1,2}[.．]\s*[^。；;：:，,]{1,30}$/u;

export const isThirdLevel = (paragraph: string) => THIRD_LEVEL.test(paragraph) && !paragraph.endsWith(".");
