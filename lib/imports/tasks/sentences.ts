// What a task's sentence counts: the words around each of its quantities.
import { type CellQuantity, readQuantities } from "@/lib/imports/tasks/cell-quantities";

export interface NamedQuantity extends CellQuantity {
  /** What is counted: 新建幼儿园. Empty if the text has only figures. */
  readonly metric: string;
}

const VERBS =
  "新建改建|新建改造|新改扩建|改造提升|新增|新建|改建|扩建|改造|建成|建设|完成|实施|筹集|开工|竣工|培育|引进|举办|开展|安装|整治|修复|新开工|创建|打造|推出|发放|救助|培训|提供|净增|盘活|创建|开通|优化|更新|添置|购置|建立|惠及|受益|覆盖";
const LEADING =
  /^(?:其中|并且?|确保|力争|争取|以及|且|和|及|与|同时|全[市区县省]|本[市区县]|年内|全年|[、，,；;。:：\s“”]|\d{1,2}[.、](?!\d)|[（(]?[一二三四五六七八九十]+[）)、])+/u;
const TRAILING =
  /(?:达到?|实现|控制在|保持在?|稳定在?|不少于|不低于|不超过|力争|确保|争取|完成|突破|超过?|均?为|至|到|在|约|提高到?|提升到?|增加到?|增长|下降|同比|降至|降低|各|共|总计|累计|进入|位居|位列|居|[、，,；;:：\s])+$/u;
const PLACE = /(?:(?:进入|位居|位列|排名|保持在?|居|列)?全[国省市区县])+$/u;

/** The task's own text without its number: 1.新建学校 → 新建学校, （一）…, 其中：工业投资 → 工业投资. */
export function withoutNumber(text: string): string {
  return text
    .replace(
      /^\s*(?:[(（]?\d{1,3}[)）]\s*|\d{1,3}\s*[.、．]\s*(?!\d)|[(（][一二三四五六七八九十]+[)）]\s*|[一二三四五六七八九十]+、\s*|[①-⑳]\s*|[-•·*—–]\s+)/u,
      "",
    )
    .replace(/^\s*其中\s*[:：]?\s*/u, "")
    .replace(/\s*\n\s*/gu, "")
    .trim();
}

function wordsBefore(segment: string): string {
  const clauses = segment
    .split(/[，,；;。\n]/u)
    .map((one) => one.replace(LEADING, "").replace(TRAILING, "").replace(LEADING, "").trim());
  return clauses.findLast((one) => one.replace(/[^\p{L}\d]/gu, "") !== "") ?? "";
}

const onlyVerb = new RegExp(`^(?:${VERBS})*$`, "u");
const startsWithVerb = new RegExp(`^(?:${VERBS})`, "u");

interface Named {
  readonly metric: string;
  /** Where the words of the next quantity begin. */
  readonly end: number;
}

/** The words of one quantity; a noun after the number (新建5所中小学) completes a bare verb. */
function nameOf(text: string, start: number, one: CellQuantity, nextAt: number): Named {
  const before = wordsBefore(text.slice(start, one.at));
  if (!onlyVerb.test(before)) return { metric: before, end: one.end };
  const after = text.slice(one.end, nextAt).match(/^[\s的]*([^，,；;。、\n]+)/u);
  const words = (after?.[1] ?? "")
    .replace(/^(?:以上|左右|以内|以下)/u, "")
    .replace(TRAILING, "")
    .trim();
  return { metric: `${before}${words}`, end: one.end + (after?.[0].length ?? 0) };
}

export function readSentence(text: string): NamedQuantity[] {
  const plain = text.replace(/[(（][^()（）]*[)）]/gu, (part) => " ".repeat(part.length));
  const quantities = readQuantities(text);
  const found: NamedQuantity[] = [];
  let verb = "";
  let start = 0;
  for (const [index, one] of quantities.entries()) {
    const { metric, end } = nameOf(plain, start, one, quantities[index + 1]?.at ?? text.length);
    const own = metric.match(startsWithVerb)?.[0];
    // 新建中小学5所、幼儿园8所: the verb holds for both.
    const isListed = /^\s*[、和及与]/u.test(plain.slice(start, one.at));
    const named = one.form === "rank" ? metric.replace(PLACE, "").replace(TRAILING, "") : metric;
    const full = own === undefined && isListed && named !== "" ? `${verb}${named}` : named;
    if (own !== undefined || !isListed) verb = own ?? "";
    found.push({ ...one, metric: full });
    start = end;
  }
  return found;
}
