// What each quantity of a sentence is: a separate figure, or a baseline, a threshold in a name, a total, a duration.
import type { Quantity } from "@/lib/imports/grammar/quantities";

/** Only a `figure` becomes a commitment or a result; the others explain why a number is left out. */
export type Role = "figure" | "baseline" | "threshold" | "total" | "duration" | "structure";

export interface RoleContext {
  readonly text: string;
  /** The sentence of the quantity. */
  readonly from: number;
  readonly to: number;
  readonly next: Quantity | null;
  readonly previous: Quantity | null;
}

const TIME_UNITS = new Set("年 个月 月 周 天 日 个工作日 工作日 小时 个小时 分钟 秒 岁 时".split(" "));
const ENGLISH_TIME = /^(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries|quarters)\b/i;

export function roleOf(quantity: Quantity, context: RoleContext): Role {
  if (quantity.form === "rank") return "figure";
  if (isBaseline(quantity, context)) return "baseline";
  if (TIME_UNITS.has(quantity.unit) || ENGLISH_TIME.test(quantity.unit)) return timeRole(quantity, context);
  if (isTotal(quantity, context)) return "total";
  if (isThreshold(quantity, context)) return "threshold";
  return isStructure(quantity, context) || isRule(quantity, context) ? "structure" : "figure";
}

/** 每季度调度1次 and 给予最高500万元奖励 are rules, not figures to reach. */
function isRule({ at, end, unit }: Quantity, { text, from, to }: RoleContext): boolean {
  const before = text.slice(Math.max(from, at - 16), at);
  if (/^[次场]$/.test(unit) && /每(?:个?季度?|个?月|半年|周|天|日)[^,，。;；]*$/.test(before)) return true;
  return (
    /元$/.test(unit) &&
    /给予[^,，。;；]*$/.test(before) &&
    /^[^,，。;；]{0,8}(?:奖励|补助|补贴|奖补|资助)/.test(text.slice(end, Math.min(to, end + 14)))
  );
}

const FROM_BEFORE = /(?:[从由自]|较|比)(?:[^,，。;；、]{0,16}?)$/;
const TO_AFTER =
  /^[^,，。;；]{0,14}?(?:提高|提升|增长|增加|上升|扩大|下降|降低|降|减少|压减|压缩|缩短|拓展|发展|达|升|增|减|缩|跃升|调整)(?:[^,，。;；]{0,8}?)(?:到|至|为)|^[^,，。;；]{0,4}(?:到|至)/;
const ENGLISH_FROM =
  /\b(?:from|up from|down from|compared (?:to|with)|against|versus|(?<!\b(?:more|less|fewer|lower|higher|greater|longer|shorter|better|later) )than(?: the)?|baseline (?:of|was|is))(?: (?:about|around|a|an|just|over|the|only|some|nearly))*\s*[£$€]?$/i;
const BASELINE_IN_BRACKETS = /[（(](?:20\d\d(?:[/-]\d\d)?年?[:：]?|上年|去年|baseline|现状)[^（）()]{0,10}$/i;

/** The start of from–to, a figure of last year in brackets, "up from 67.7%". */
function isBaseline(quantity: Quantity, { text, from, to, next }: RoleContext): boolean {
  const before = text.slice(Math.max(from, quantity.phraseAt - 30), quantity.phraseAt);
  const after = text.slice(quantity.phraseEnd, Math.min(to, quantity.phraseEnd + 30));
  if (BASELINE_IN_BRACKETS.test(before)) return true;
  if (/[从由自][^,，。;；、]{0,20}$/.test(before) && next !== null && TO_AFTER.test(after)) return true;
  if (FROM_BEFORE.test(before) && /(?:20\d\d年|上年|去年|同期|年初)的?[^,，。;；、]{0,4}$/.test(before)) {
    return next !== null && TO_AFTER.test(after);
  }
  return ENGLISH_FROM.test(text.slice(Math.max(from, quantity.at - 40), quantity.at));
}

const PERIOD_METRIC =
  /[:：]\s*$|(?:年限|寿命|时间|时长|时限|天数|工期|周期|用时|期限|life expectancy|lifespan)[^,，。;；]{0,12}$/i;
const PERIOD_VERB =
  /(?:至|到|为|达|在|缩短|压缩|压减|延长|提前|减少|不超过|不低于|不少于|以内)[^,，。;；\p{Script=Han}]{0,2}$/u;

/** A duration is a figure where the metric is a time (办理时限压缩至3个工作日); otherwise it is a period or a threshold. */
function timeRole(quantity: Quantity, { text, from, to }: RoleContext): Role {
  const before = text.slice(Math.max(from, quantity.at - 90), quantity.at);
  const after = text.slice(quantity.phraseEnd, Math.min(to, quantity.phraseEnd + 8));
  if (ENGLISH_TIME.test(quantity.unit)) {
    const isChanged =
      /\b(?:reduc|cut|short|lower|fall|fell|drop|declin|average|expectancy|time|wait)[^.;]{0,60}\b(?:to|by|of|was|is|at)\b[^.;]{0,16}$/i;
    const isNamed = /\b(?:time|wait\w*|duration|length|delay)s?\b[^.;]*:\s*$/i;
    return isChanged.test(before) || isNamed.test(before) || /\b(?:hours|days) (?:a|per) /.test(quantity.unit)
      ? "figure"
      : "duration";
  }
  if (!/^[\s”]*(?:$|[,，。;；、!！）)])/.test(after)) return "duration";
  const isMeasured =
    PERIOD_METRIC.test(before) || PERIOD_VERB.test(text.slice(Math.max(from, quantity.at - 6), quantity.at));
  return isMeasured || quantity.form !== "level" ? "figure" : "duration";
}

/** 14项指标有11项达到预期: the first counts what the second is part of. "1 in 4", "of the 120 schools". */
function isTotal(quantity: Quantity, { text, from, to, next }: RoleContext): boolean {
  const before = text.slice(Math.max(from, quantity.phraseAt - 16), quantity.phraseAt);
  if (/每$|\bper$|\bout of$|\bof (?:the|its|our|all)(?: \w+)?$/i.test(before.trimEnd())) return true;
  if (next === null || next.at >= to || next.unit !== quantity.unit) return false;
  const between = text.slice(quantity.end, next.phraseAt);
  return between.length <= 16 && /^[^,，。;；]*(?:有|中|里)[,，]?(?:[^,，。;；]{0,3})$/.test(between);
}

const BOUND_AFTER = /^(?:\s?(?:及|或)?(?:以上|以下|以内)|级|规模|起)(?:的)?[\p{Script=Han}A-Za-z“（(]/u;
const NAMED_AFTER = /^(?:的)?[\p{Script=Han}A-Za-z]/u;
const MONEY = /(?:元|美元|欧元|港元|英镑)$/;
/** 规模 of something is its size. */
const SIZE_AFTER = /^\s?(?:元)?(?:规模|额度|总量|总规模|资金|投资)/;

/** A bound inside a name: 5亿元以上项目32个, 60岁以上老人, 超10亿内资项目145个, 80% of those present for 90% of days. */
function isThreshold(quantity: Quantity, context: RoleContext): boolean {
  const { text, to, next } = context;
  const after = text.slice(quantity.end, Math.min(to, quantity.end + 24));
  const hasHead = next !== null && next.at < to && !/[,，。;；、]/.test(text.slice(quantity.end, next.at));
  if (/^\s?(?:人口)?(?:及|或)?(?:以上|以下)的?\s?[\p{Script=Han}A-Za-z“]/u.test(after)) return true;
  if (hasHead && (BOUND_AFTER.test(after) || /^\s?(?:以上|以下)\d/.test(after))) return true;
  // 比例超过70%的城市数量达到60个
  if (hasHead && quantity.comparator !== "equal" && /^的[\p{Script=Han}]/u.test(after)) return true;
  const isBounded = /[超逾]/.test(text[quantity.at - 1] ?? "") || MONEY.test(quantity.unit);
  if (hasHead && quantity.comparator === "more-than" && isBounded && NAMED_AFTER.test(after) && !SIZE_AFTER.test(after))
    return true;
  return isEnglishThreshold(quantity, context);
}

/** After "80% of students", a number in the relative part without "and" or a comma is a bound of the name. */
function isEnglishThreshold(quantity: Quantity, { text, from, previous }: RoleContext): boolean {
  if (previous === null || previous.at < from || previous.unit !== "%") return false;
  const between = text.slice(previous.end, quantity.at);
  if (!/^ of\b/.test(between) || between.length > 140) return false;
  const isLinked =
    /[,;:]|\b(?:and|while|but|to|from|up|down|rising|compared)\b(?![^,;:]*\b(?:who|that|waiting|present)\b)/i.test(
      between,
    );
  return (
    !isLinked &&
    /\b(?:who|that|which|waiting|wait|waits|present|within|for|attend\w*|living|earning|with|aged|under|over|than|admitted|at)\b/i.test(
      between,
    )
  );
}

const COUNTING_VERB =
  /(?:新建|建成|建好|新增|引进|引育|培育|创建|完成|新开工|开工|改造|修建|扩建|改扩建|新设|增设|增加|建设|打造出?|举办|投放|投用|投入使用|购置|配备|安装|选派|招聘|签约|落地|竣工|开通|发布|认定|获批|争取|新改建|设立|不少于|至少|超过|超|突破|达到?|有|共)(?:了|出)?[^,，。;；\d]{0,12}$/;

/** A Chinese number word counts only after a verb of making, or with a measure: 新建三十个 does, 三个方面 does not. */
function isStructure(quantity: Quantity, { text, from }: RoleContext): boolean {
  // 百亿项目: a size, unless 突破百亿.
  if (/^[十百千]$/.test(quantity.numText) && /^[万亿]/.test(quantity.unit)) return quantity.comparator === "equal";
  if (/^\d/.test(quantity.numText) || !/^[零〇一二两三四五六七八九十百千点]+$/.test(quantity.numText)) return false;
  if (/[%‰倍番米里吨亩顷元度时]$|[万亿]/.test(quantity.unit)) return false;
  return !COUNTING_VERB.test(text.slice(Math.max(from, quantity.phraseAt - 24), quantity.at));
}
