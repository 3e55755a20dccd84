// Numerals that measure nothing: dates, ordinals, list numbers, names, slogans, document and telephone numbers.
import type { Numeral } from "@/lib/imports/grammar/numerals";

const LIST_NUMBER =
  /^[ \t\u3000]*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)、]|\d{1,3}[.．](?!\d)|\d{1,2}\.(?=(?:19|20)\d\d年|\d{1,2}月))/gm;
const HAS_TITLE = /《[^《》\n]{1,60}》|[〔［[]\d{4}[〕］\]]\s?\d+号/g;
const QUOTED = /“([^“”\n]{1,24})”|"([^"\n]{1,24})"|‘([^‘’\n]{1,24})’|「([^「」\n]{1,24})」/g;
/** 举措“70条”。 counts measures; “70条”政策 is a name. */
const QUOTED_COUNT = /^\d+\s?(?:条|项|个|件)$/;
const CLAUSE_END = /^\s*(?:$|[,，。;；、!！?？）)\n])/;

/** The text with list numbers, titles, document numbers and short slogans in quotes blanked; offsets stay. */
export function blankNames(text: string): string {
  const blank = (found: string) => " ".repeat(found.length);
  return text
    .replace(LIST_NUMBER, blank)
    .replace(HAS_TITLE, blank)
    .replace(QUOTED, (found: string, ...groups: unknown[]) => {
      const inside = String(groups.slice(0, 4).find((group) => group !== undefined));
      const at = Number(groups[4]);
      if (QUOTED_COUNT.test(inside) && CLAUSE_END.test(text.slice(at + found.length, at + found.length + 3)))
        return found;
      return /[\p{Script=Han}+]|^\d+$/u.test(inside) ? blank(found) : found;
    });
}

const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const LABEL_BEFORE =
  /(?:\b(?:year|level|phase|section|chapter|article|no\.?|number|table|figure|part|schedule|page|goal|sdg|stage|tier|grade|class|type|aged?|ages|round|point|paragraph|issue|volume|key stage|room|line|band|option|scenario|objective)|[A-Za-z]-|#)\s*$/i;
const MONTH_BEFORE = new RegExp(`\\b(?:${MONTHS})[a-z]*\\.?\\s*$`);
const DATE_AFTER = new RegExp(
  `^(?:st|nd|rd|th)?\\s(?:of )?(?:${MONTHS})[a-z]*\\b|^(?:st|nd|rd|th)\\b|^[:/]\\d|^\\s?(?:am|pm)\\b`,
);
/** 4 in 10 customers. */
const ONE_IN = /\b(?:\d{1,2}|one|two|three|four|five|nine) in\s$/i;
const NAME_AFTER =
  /^(?:[-–][A-Za-z]|\s(?:years?[- ](?:olds?|of age)|or over\b)|-?(?:plus|point plan)\b|\sin (?:\d{1,2}|five|ten)\b)/;
const SCALE_AFTER = /^-(?:million|billion|trillion|thousand|percent|per|point)/i;

/** Whether the numeral belongs to an English date, label or compound: Year 8, 31 March, 5-year-olds, COVID-19. */
function isEnglishName(before: string, numeral: Numeral, after: string): boolean {
  if (LABEL_BEFORE.test(before) || MONTH_BEFORE.test(before)) return true;
  if (DATE_AFTER.test(after) || ONE_IN.test(before)) return true;
  if (NAME_AFTER.test(after) && !SCALE_AFTER.test(after)) return true;
  if (/\d[-–/]$/.test(before) && /^\d\d$/.test(numeral.numText) && /(?:19|20)\d\d[-–/]$/.test(before)) return true;
  return /^[-–/]\d\d\b/.test(after) && /^(?:19|20)\d\d$/.test(numeral.numText);
}

const HAN_AFTER =
  /^(?:月(?!均)|号|期|届|级|线(?!路)|星|代|大(?!中|小|型)|中全会|季度|世纪|楼|层楼|点(?:\d|半|前|后|钟)|强|品|环|镇|区|县|村(?!级)|省|市(?!级)|校|院|园|馆|厅|带|圈|链|化|新|优|品|体|型|维|路公交|年(?:代|级|期|制|来|行动|计划|规划|滚动))/;
/** A date's parts, an ordinal, a part of a slogan such as 5+3+3 or 1:2. */
const HAN_BEFORE = /(?:\d\s?月|[+＋:：∶/]|\d[.．])$/;

/** Whether the numeral belongs to a Chinese date, ordinal or name: 3月, 15日, 2期, 十四五, 世界500强, 5G, PM2.5. */
function isHanName(before: string, numeral: Numeral, after: string): boolean {
  if (/[A-Za-z]$/.test(before) && !/(?:NZ|US|A|CNY|RMB|GBP|USD)\s?$/.test(before) && !/\s[a-z]+$/i.test(before))
    return true;
  if (/^[A-Z](?![A-Za-z])(?!\s)/.test(after) && !/^[P℃]/.test(after)) return true;
  if (HAN_AFTER.test(after) && !/^大.*[个项]$/.test(after)) return true;
  if (/\d\s?月$/.test(before) || (/后$/.test(before) && /^\s?[位名]/.test(after))) return true;
  if (HAN_BEFORE.test(before) && /^(?:[+＋:：∶]|\s*$|\D)/.test(after) && /[+＋∶]$/.test(before)) return true;
  if (/^[+＋∶]\s?\d|^[+＋](?=[A-Z])/.test(after)) return true;
  if (/^(?:19|20)\d\d$/.test(numeral.numText) && /^\s?(?:年|[-—–~至到]\s?(?:19|20)?\d\d\s?年)/.test(after)) return true;
  return /^\d\d$/.test(numeral.numText) && /^年(?:底|末|前|度)/.test(after);
}

/** Not a figure, whatever follows. `before` and `after` are the text around the numeral. */
export function isName(before: string, numeral: Numeral, after: string): boolean {
  return isHanName(before, numeral, after) || isEnglishName(before, numeral, after);
}

const ENGLISH_PARTS =
  /^(?:\s[\w-]+){0,3}?\s(?:targets|goals|milestones|priorities|missions|pillars|areas|themes|objectives|principles|outcomes|commitments|steps|ways|strands)\b/i;
const COUNTED_PARTS =
  /^(?:个|项|条|大|类|种|件|次)?(?:方面|维护|意识|自信|确保|坚持|关键|任务是|环节|会议|全会|(?:民生|为民|惠民)?实事|(?:[百千万]+亿)?台阶|文明|先行|一体|阶段|层面|维度|领域)/;

/** A Chinese number word that structures a sentence: 四个方面, 十件实事, 一批, 这两年. */
export function isStructure(before: string, numeral: Numeral, after: string): boolean {
  if (COUNTED_PARTS.test(after)) return true;
  if (numeral.value.length <= 2 && ENGLISH_PARTS.test(after)) return true;
  if (numeral.script !== "han") return false;
  if (numeral.value === "1" && /^[番倍]/.test(after)) return false;
  return numeral.value === "1" || /[这那其各每几数同另头本该上下]$/.test(before);
}
