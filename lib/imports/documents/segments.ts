// Cuts a text into paragraphs, sentences and clauses. All offsets are offsets of the whole text.

export interface Span {
  readonly at: number;
  readonly end: number;
}

export interface Sentence extends Span {
  readonly text: string;
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** The span up to full stops; a semicolon ends only the sentence. */
  readonly full: Span;
}

export interface Paragraph extends Span {
  readonly index: number;
  readonly text: string;
  /** 1 for a title, 2 for 一、…, 3 for （一）…; null for running text. */
  readonly headingLevel: number | null;
  readonly sentences: readonly Sentence[];
}

const MAX_HEADING = 60;
const HEADING_LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十]+[章节部编]/, 2],
  [/^[一二三四五六七八九十]{1,3}、/, 2],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]/, 3],
  [/^#{1,6}\s/, 2],
];

/** A short line without a full stop: a numbered one, one that ends with a colon, or the first line of the text. */
function headingLevelOf(text: string, isFirst: boolean): number | null {
  // （责任领导：…；责任单位：…） behind a heading does not make it a sentence.
  const line = text.replace(/[（(【〔][^（()）]*(?:单位|领导|部门|牵头|负责)[^（()）]*[）)】〕]\s*$/, "").trim();
  if (line === "" || line.length > MAX_HEADING || /[。！？；;!?]|[.]$/.test(line)) return null;
  for (const [pattern, level] of HEADING_LEVELS) {
    if (pattern.test(line)) return /[,，:：].*\d/.test(line) ? null : level;
  }
  if (isFirst && TITLE.test(line)) return 1;
  if (/^[^,，:：]{2,30}[:：]$/.test(line)) return 4;
  if (LIST_INTRO.test(line)) return 5;
  const isShortEnglish = /^[A-Z]/.test(line) && line.split(/\s+/).length <= 12 && !/[,:]/.test(line);
  const isShortChinese = /^[\p{Script=Han}\d年—-]{2,24}$/u.test(line) && !/\d[^年]/.test(line);
  return isShortEnglish || isShortChinese ? 4 : null;
}

/** 2024年…工作报告; a first line with other words may be a commitment. */
const TITLE =
  /(?:通知|报告|公报|方案|计划|规划|纲要|实事(?:项目)?|项目|清单|要点|意见|目标|任务|情况|通报|总结|答卷|安排|表)(?:[（(][^（）()]*[）)])?$|^(?:[A-Z][^.%£$\d]*|20\d\d[ /\d-]*)\b(?:plan|strategy|targets|report|programme|update|priorities|goals|milestones|commitments|statement)\b[^.%£$]*$/i;

/** 到2025年，实现以下目标： */
const LIST_INTRO = /(?:[:：]|如下|以下目标)$/;

export function splitParagraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    if (match[0].trim() === "") continue;
    const index = found.length;
    found.push({
      at: match.index,
      end: match.index + match[0].length,
      index,
      text: match[0],
      headingLevel: headingLevelOf(match[0], index === 0),
      sentences: splitSentences(match[0], match.index, index),
    });
  }
  return found;
}

const SENTENCE_END =
  /[。！？；!?;]+[”’」"）)]?|(?<!\b(?:No|approx|vs|e\.g|i\.e|etc|St|Mr|Mrs|Dr|para|cf))\.(?=["”’)]?(?:\s|$))["”’)]?/g;

function splitSentences(text: string, offset: number, paragraph: number): Sentence[] {
  const found: Omit<Sentence, "full">[] = [];
  const stops = [0];
  let start = 0;
  const push = (end: number) => {
    const sentence = text.slice(start, end);
    if (sentence.trim() !== "") found.push({ at: offset + start, end: offset + end, text: sentence, paragraph });
    if (!/[；;]/.test(text[end - 1] ?? "")) stops.push(end);
    start = end;
  };
  const depths = parenthesesOf(text);
  for (const match of text.matchAll(SENTENCE_END)) {
    // A semicolon inside parentheses separates units, not sentences.
    if ((depths[match.index] ?? 0) === 0) push(match.index + match[0].length);
  }
  push(text.length);
  stops.push(text.length);
  let stop = 0;
  return found.map((sentence) => {
    while ((stops[stop + 1] ?? text.length) + offset < sentence.end) stop += 1;
    return { ...sentence, full: { at: offset + (stops[stop] ?? 0), end: offset + (stops[stop + 1] ?? text.length) } };
  });
}

/** How many parentheses are open at each character; an unclosed one counts for nothing. */
function parenthesesOf(text: string): Uint8Array {
  const depths = new Uint8Array(text.length);
  for (const match of text.matchAll(
    /[（(【[][^（）()【】[\]]{0,200}(?:[（(][^（）()]{0,60}[）)][^（）()【】[\]]{0,200}){0,6}[）)】\]]/g,
  )) {
    depths.fill(1, match.index, match.index + match[0].length);
  }
  return depths;
}

/** Longer clauses are cut, which bounds the time. */
const MAX_CLAUSE = 400;
const CLAUSE_MARK = /[,，。;；:：!！?？\n]/;

/** The offset where the clause around `at` starts: after the last comma, colon or sentence mark; not inside 1,200. */
export function clauseStart(text: string, at: number, from: number): number {
  const first = Math.max(from, at - MAX_CLAUSE);
  for (let start = at; start > first; start -= 1) {
    const mark = text[start - 1] ?? "";
    if (CLAUSE_MARK.test(mark) && !isInNumber(text, start - 1)) return start;
  }
  return first;
}

/** The offset where the clause around `at` ends: at the next comma or sentence mark. */
export function clauseEnd(text: string, at: number, to: number): number {
  const last = Math.min(to, at + MAX_CLAUSE);
  for (let end = at; end < last; end += 1) {
    if (CLAUSE_MARK.test(text[end] ?? "") && !isInNumber(text, end)) return end;
  }
  return last;
}

function isInNumber(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? "") && /[,:]/.test(text[at] ?? "") && /\d{3}/.test(text.slice(at + 1, at + 4));
}
