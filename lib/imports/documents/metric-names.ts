// The name of what is measured, from the words around the number.
import { englishMetricName } from "@/lib/imports/documents/english-metric-names";
import type { Quantity } from "@/lib/imports/grammar/quantities";

const LEADING =
  /^(?:[（(]?\d{1,3}[.、)）．]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[\s,，、:：；;。—–“”"-]|其中|力争|确保|争取|预计|努力|全面|全力|积极|大力|加快|继续|持续|扎实|计划|预期|规划|安排|组织|共|累计|将|要|拟|使|把|让|推动|促进|实现|完成|达到|每年|全年|全市|全区|全县|全省|我市|我区|我县|年内|今年|去年|上年|截至目前|目前|并|且|和|及|以及|同时|再|新一年|[一二三四五六七八九十]是|主要|预期目标[是为]?|目标[是为:：]?|到|至|的|(?:用|未来|今后)?[一两三四五六七八九十\d]年(?:时间|内)|\d{4}年(?:底|末)?前?|\d{1,2}月(?:底|末)?前?)/;
const TRAILING =
  /(?:[\s:：、“"]|(?:从|由|自|较|比)?(?:20\d\d年|上年|去年|上年同期)(?:底|末)?的?|平均|累计|翻|分别|达到?|实现|完成|为|是|有|共|计|已|要|力争|确保|争取|预计|保持|控制|稳定|同比|比上年|较上年|比去年|较去年|年均|提高|提升|增长|下降|降低|降|上升|在|从|由|至|到|的|占|了)$/;
const INNER = /共?安排(?=[\p{Script=Han}])|共(?=新建|建成|完成)/u;
const MOST_CUTS = 16;

function strip(text: string, pattern: RegExp): string {
  let kept = text;
  for (let count = 0; count < MOST_CUTS; count += 1) {
    const next = kept.replace(pattern, "");
    if (next === kept) break;
    kept = next;
  }
  return kept;
}

/** A name without the adverbs and dates before it: 力争实际使用外资 → 实际使用外资. */
export function withoutLead(name: string): string {
  return strip(name, LEADING);
}

/** Verbs alone name nothing: 改扩建8所 needs the noun of the figure before it. */
const ONLY_VERB =
  /^(?:新建|改建|扩建|改扩建|新改扩建|改造|续建|建成|开工|竣工|新开工|完工|投用|投产|在建|新增|完成|税收|其中)?$/;
const MAX_NAME = 60;
const MAX_WORDS = 90;

export interface NameContext {
  readonly text: string;
  /** Where the words before the number begin: the clause, or the end of the figure before. */
  readonly from: number;
  /** Where the words after the number end. */
  readonly to: number;
  /** The name of the figure before, for 改扩建8所. */
  readonly previous: string | null;
}

export function metricName(quantity: Quantity, { text, from, to, previous }: NameContext): string {
  const before = text.slice(from, quantity.phraseAt);
  const after = text.slice(quantity.phraseEnd, to);
  const around = text.slice(Math.max(0, quantity.phraseAt - 30), quantity.phraseEnd + 30);
  const name = /\p{Script=Han}/u.test(around)
    ? chineseName(before, after, previous) || topicBefore(text.slice(Math.max(0, from - MAX_NAME), from))
    : englishMetricName(before, after, quantity, text, previous);
  return shortened(name);
}

/** Cut at 60 Chinese characters, or at the last whole word of 90 letters. */
function shortened(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return name.slice(0, MAX_NAME).trim();
  return name.length <= MAX_WORDS ? name : name.slice(0, MAX_WORDS).replace(/\s+\S*$/, "");
}

function chineseName(before: string, after: string, previous: string | null): string {
  const head = strip(strip(before, LEADING), TRAILING).replace(INNER, "");
  const tail = strip(after.replace(/^(?:以上|以内|以下|左右|大关)?的?/, ""), /[\s,，。;；、!！（(].*$/s);
  const size = /^(?:元)?(规模|额度|面积)的(.+)$/.exec(tail);
  if (size !== null) return `${size[2]}${size[1]}`;
  // A verb with its object after the number: 组织200名教师, 拜访891家机构.
  if (tail.length >= 2 && head.length <= 8) return `${head}${tail}`;
  if (ONLY_VERB.test(head) && previous !== null)
    return `${head}${previous.replace(/^(?:新建|建成|改造|新增|完成)/, "")}`;
  return head === "" ? (previous ?? "") : head;
}

const TOPIC_VERB = /^.*(?:推进|推动|实施|开展|加快|深化|组织|抓好|做好|启动)/s;

/** 推进老旧小区改造，年内完成86个: the object of the clause before. */
function topicBefore(text: string): string {
  const [clause = ""] = /[^。；;，,\n]*[，,]\s*$/.exec(text) ?? [];
  return strip(strip(clause.replace(TOPIC_VERB, ""), LEADING), /[\s，,]$/);
}

const NAME_JOIN = /[、和及与]/;

/** 城镇和农村居民收入分别为6.2万元和3.5万元: each figure of the list takes its own name. */
export function distributeNames(
  text: string,
  figures: readonly { readonly compound: { readonly quantity: Quantity }; readonly metric: string }[],
): string[] {
  const names = figures.map(({ metric }) => metric);
  for (let start = 0; start < figures.length; start += 1) {
    let end = start + 1;
    while (end < figures.length && isListed(text, figures[end - 1]?.compound.quantity, figures[end]?.compound.quantity))
      end += 1;
    const parts = (names[start] ?? "").split(NAME_JOIN);
    if (end - start > 1 && parts.length === end - start) names.splice(start, parts.length, ...withCommonEnd(parts));
    start = end - 1;
  }
  return names;
}

function isListed(text: string, last: Quantity | undefined, next: Quantity | undefined): boolean {
  return (
    last !== undefined && next !== undefined && /^\s*[、和及与]\s*$/.test(text.slice(last.phraseEnd, next.phraseAt))
  );
}

/** 城镇 + 农村居民收入 → 城镇居民收入: names that lack the noun take the end of the last one. */
function withCommonEnd(parts: readonly string[]): string[] {
  const last = parts.at(-1) ?? "";
  return parts.map((part) =>
    part.length >= 2 && part.length * 2 <= last.length ? part + last.slice(part.length) : part,
  );
}
