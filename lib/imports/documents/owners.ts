// Owners: （牵头单位：市教育局；配合单位：…）, 由市财政局负责, 责任单位：… on a line, 市交通局：…, the subject of the sentence.

import type { Paragraph } from "@/lib/imports/documents/segments";
import { isCollective, splitDepartments } from "@/lib/imports/grammar/department-names";

export interface OwnerTag {
  readonly at: number;
  readonly end: number;
  readonly owner: string;
  readonly supporting: readonly string[];
  /** Whether it speaks of what stands before or after it, or of its sentence. */
  readonly scope: "back" | "forward" | "sentence";
}

const LEAD_LABEL =
  "(?:牵头(?:责任)?|主要责任|第一责任|责任|主办|承办|实施|主管|负责|完成|落实|总牵头)(?:单位|部门|主体|科室)";
const SUPPORT_LABEL = "(?:共同责任|配合|协办|协同|参与|参加|协作|辅助|其他责任)(?:单位|部门|主体)?";
const LABELLED = new RegExp(`${LEAD_LABEL}(?:和责任人)?\\s*[:：]\\s*([^;；。\\n]{2,200})`);
const SUPPORTED = new RegExp(`${SUPPORT_LABEL}\\s*[:：]\\s*([^;；。\\n)）】\\]]{2,300})`);
const BRACKETS = /[（(【〔[]((?:[^（）()【】〔〕[\]\n]|[（(][^（）()\n]{0,40}[）)]){2,300})[）)】〕\]]/g;
const LEADS = /^(?:由)?([^;；。]{2,200}?)(?:牵头|负责|主办|承办|落实)/;
const BODY =
  /(?:局|委|委员会|办|办公室|院|厅|部|中心|公司|集团|银行|政府|管委会|街道|镇|乡|区|县|联|会|校|学院|队|署|处|功能板块)$/;

/** Only the lead: the first named unit; a collective has no lead and stays as written. */
function leadOf(units: string): string {
  const plain = units
    .replace(/^(?:由|请)/, "")
    .replace(/(?:等(?:部门|单位)?)?(?:分别|共同|具体|按职责(?:分工)?)?$/, "")
    .trim();
  const [first] = splitDepartments(plain, []);
  if (first === undefined || isCollective(first.text) || /各(?:相关|有关)?(?:部门|单位)/.test(first.text)) return plain;
  return first.text;
}

function supportingOf(units: string): string[] {
  return splitDepartments(units, []).map(({ text }) => text);
}

function tagOf(at: number, end: number, lead: string, support: string, scope: OwnerTag["scope"]): OwnerTag {
  const owner = leadOf(lead);
  const others = supportingOf(lead.replace(/^由/, "")).slice(owner === lead.replace(/^由/, "") ? 99 : 1);
  return { at, end, owner, supporting: [...others, ...supportingOf(support)], scope };
}

function readBracket(inside: string): { lead: string; support: string } | null {
  const support =
    SUPPORTED.exec(inside)?.[1] ??
    /(?:牵头|负责)[,，;；、]\s*([^;；。]{2,200}?)(?:配合|协办|参与|参加)/.exec(inside)?.[1] ??
    "";
  const labelled = LABELLED.exec(inside.replace(SUPPORTED, ""))?.[1];
  if (labelled !== undefined) return { lead: labelled.replace(/[,，;；]\s*$/, ""), support };
  const leads = LEADS.exec(inside)?.[1];
  if (leads !== undefined && BODY.test(leads.trim())) return { lead: leads, support };
  const english =
    /^(?:lead|owner|responsible|lead (?:agency|department|body|minister)|led by)\s*:?\s+([^;.]{2,80})/i.exec(inside);
  if (english?.[1] !== undefined) return { lead: english[1].split(/,| and | with /)[0] ?? "", support: "" };
  const parts = splitDepartments(inside, []);
  const isList =
    parts.length > 0 && parts.every(({ text }) => BODY.test(text) && text.length <= 16 && !/\d/.test(text));
  return isList && /[市区县省局委办]/.test(inside) ? { lead: inside, support: "" } : null;
}

/** The owner tags of a paragraph in order. */
export function findOwnerTags({ text, at: offset }: Paragraph): OwnerTag[] {
  const found: OwnerTag[] = [];
  for (const match of text.matchAll(BRACKETS)) {
    const read = readBracket(match[1] ?? "");
    if (read === null) continue;
    found.push(tagOf(offset + match.index, offset + match.index + match[0].length, read.lead, read.support, "back"));
  }
  if (found.length === 0) found.push(...wholeParagraph(text, offset), ...inSentence(text, offset));
  found.push(...authorOf(text, offset));
  return found.sort((one, other) => one.at - other.at);
}

const LINE = new RegExp(`^\\s*(?:[（(]?\\d*[)）.、]?)?\\s*${LEAD_LABEL}\\s*[:：]`);
/** 责任单位：区水利局。 at the end of running text. */
const INLINE = new RegExp(`(?<=[。；;，,.\\s])${LEAD_LABEL}\\s*[:：]\\s*([^;；。\\n]{2,200})`);
const CARRIED_OUT =
  /^\s*(?:以上[^由]{0,20})?由([^。\n]{2,200}?)(?:负责落实|负责|牵头(?:落实|负责)?|组织实施|具体实施|落实)[。；;]?\s*$/;
const ENGLISH_LINE =
  /(?:^|(?<=[.;])) *(?:Lead(?: agency| department| minister| body)?|Owner|Responsible(?: agency| body)?|Accountable(?: agency)?)\s*:\s*([^.;\n]{2,80})/i;

function wholeParagraph(text: string, offset: number): OwnerTag[] {
  const end = offset + text.length;
  if (LINE.test(text)) {
    const lead = LABELLED.exec(text.replace(SUPPORTED, ""))?.[1];
    if (lead !== undefined) return [tagOf(offset, end, lead, SUPPORTED.exec(text)?.[1] ?? "", "back")];
  }
  const carried = CARRIED_OUT.exec(text)?.[1];
  if (carried !== undefined) return [tagOf(offset, end, carried, "", "back")];
  const inline = INLINE.exec(text);
  if (inline !== null)
    return [tagOf(offset + inline.index, end, inline[1] ?? "", SUPPORTED.exec(text)?.[1] ?? "", "back")];
  const last = /(?<=[。；;.])\s*([^。；;.\d\n]{3,80})[。]?\s*$/.exec(text);
  if (last?.[1] !== undefined && readBracket(last[1])?.lead === last[1]) {
    return [tagOf(offset + last.index, end, last[1], "", "back")];
  }
  const english = ENGLISH_LINE.exec(text)?.[1];
  return english === undefined ? [] : [tagOf(offset, end, english, "", "back")];
}

const LINE_SUBJECT =
  /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]\s*)?([\p{Script=Han}]{2,14}(?:局|委|办|厅|中心|集团|公司|区|县|街道|镇|管委会|政府|学校|医院))\s*[:：]/u;
const UNIT =
  "(?:全?市|区|县|省)?[\\p{Script=Han}]{0,10}?(?:局|委员会|委|办公室|办|厅|中心|管委会|高新区|开发区|新区|人民政府|集团|公司)";
const SUBJECT = new RegExp(
  `(?<=^|[。；;，,\\n])\\s*(?:由)?(${UNIT}(?:[、和及与]${UNIT}){0,4})(?=(?:今年|将|要|负责|牵头|计划|力争|确保|全年|拟|会同|已|预计)|\\d{4}年)`,
  "gu",
);
const SENTENCE_CARRIED = /由([\p{Script=Han}、（）()]{2,60}?)(?:牵头|负责|组织实施|实施)/gu;

function inSentence(text: string, offset: number): OwnerTag[] {
  const line = LINE_SUBJECT.exec(text);
  if (line?.[1] !== undefined) return [tagOf(offset, offset + line[0].length, line[1], "", "forward")];
  const found: OwnerTag[] = [];
  for (const match of [...text.matchAll(SUBJECT), ...text.matchAll(SENTENCE_CARRIED)]) {
    const lead = match[1] ?? "";
    if (!BODY.test(leadOf(lead)) || /^(?:全|各|我)/.test(lead)) continue;
    const end = match.index + match[0].length;
    // 由区人社局牵头，区财政局配合。 closes the item; 由市住建局牵头，新建…30个 opens it.
    const isClosing = /^\s*由/.test(match[0]) && !/\d/.test(text.slice(end, end + 120).split("。")[0] ?? "");
    found.push(tagOf(offset + match.index, offset + end, lead, "", isClosing ? "back" : "sentence"));
  }
  return found.length > 0 ? found : englishSubjects(text, offset);
}

const ORGANISATION =
  "(?:[Tt]he )?((?:NHS(?: England)?|Health New Zealand|HM Treasury|Home Office|Cabinet Office|(?:(?!The\\b)[A-Z][\\w'’&-]+ ){0,4}(?:Council|Agency|Authority|Service|Commission|Board|Trust|Police|Ministry|Department|Office|Bureau)(?: (?:of|for) (?:the )?[A-Z][\\w'’-]+(?:,? (?:and|[A-Z][\\w'’-]+))*(?<! and))?))";
const ENGLISH_SUBJECT = new RegExp(
  `\\b${ORGANISATION}(?:['’]s)?(?= (?:will|expects|must|is to|are to|aims?|plans?|commits?|has committed|shall|should|standard|target|commitment|constitutional))`,
  "g",
);

function englishSubjects(text: string, offset: number): OwnerTag[] {
  return [...text.matchAll(ENGLISH_SUBJECT)].map((match) =>
    tagOf(offset + match.index, offset + match.index + match[0].length, match[1] ?? "", "", "sentence"),
  );
}

const AUTHOR = /[（(]作者(?:系|为|是|单位)[:：]?([^（）()\n]{2,80})[）)]/g;
const POST =
  /(?:党组|党工委|党委|工委)?(?:常务)?(?:副)?(?:书记|局长|主任|校长|区长|县长|市长|院长|厅长|部长|主席|董事长|总经理|常委)$/;

/** （作者系市商务局局长、党组书记）: the essay before it is that department's. */
function authorOf(text: string, offset: number): OwnerTag[] {
  return [...text.matchAll(AUTHOR)].flatMap((match) => {
    const owner = bodyOfPosts(match[1] ?? "");
    const at = offset + match.index;
    return owner === null ? [] : [{ at, end: at + match[0].length, owner, supporting: [], scope: "back" as const }];
  });
}

function bodyOfPosts(posts: string): string | null {
  const names = posts.split(/[、,，]/).map((post) =>
    post
      .trim()
      .replace(POST, "")
      .replace(/(?:党组|党工委|党委|区委|县委|市委)$/, ""),
  );
  const bodies = names.filter(
    (name) =>
      /(?:局|委员会|委|办|厅|院|校|专业学校|中心|集团|公司|政府|高新区|开发区|新区)$/.test(name) && name.length > 2,
  );
  const [first = "", second] = [names[0] ?? "", bodies.find((name) => /高新区|开发区|新区|政府/.test(name))];
  const body = second ?? bodies[0] ?? null;
  // 海门区委常委、区政府副区长 is the government of 海门区.
  return body !== null && /^[区县市]政府$/.test(body) && first.length >= 2
    ? `${first.replace(/[区县市]?$/, "")}${body}`
    : body;
}
