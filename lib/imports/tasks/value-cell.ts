// What the value cell of a row says: quantities, nothing yet, a relation, an answer or a fault.

import { saysKeptClear, saysNone } from "@/lib/imports/grammar/better-words";
import { type NamedQuantity, readSentence } from "@/lib/imports/tasks/sentences";
import type { GridCell } from "@/lib/imports/workbook/grid";

export type ValueReading =
  | { readonly kind: "quantities"; readonly quantities: readonly NamedQuantity[] }
  /** Blank or a dash. */
  | { readonly kind: "blank" }
  /** 待定, TBC. */
  | { readonly kind: "pending" }
  /** 与经济增长同步, 完成省下达任务. */
  | { readonly kind: "relative" }
  /** 完成, 出台: one thing to finish. */
  | { readonly kind: "answer" }
  /** 动态清零: a state that must hold all the time. */
  | { readonly kind: "standing" }
  /** Other words; whether they are a fault depends on the column. */
  | { readonly kind: "words" }
  /** #REF!, 7O.2, 见附件. */
  | { readonly kind: "fault" };

const DASH = /^[-–—―－/／\\.·]*$/u;
const PENDING =
  /^(?:待定|待.{0,6}|另定|另行.{0,4}|未定|暂未.{0,4}|暂无.{0,4}|tbc|tbd|tba|to be (?:confirmed|determined|agreed|set|decided).*|pending|awaiting.*|n\/?a|not (?:yet )?(?:set|agreed)|无|\?+|？+)$/iu;
const RELATIVE =
  /同步|同频|基本匹配|下达|(?:不低于|高于|优于|好于|低于|不高于|快于|达到|不超过).{0,3}(?:全国|全省|全市|全区|省|国家|上年|去年|平均|上级|同期)|省定|上级.{0,4}(?:要求|任务|目标)|持平|只增不减|稳中有|位次前移|逐年|有所|进一步|较上年|完成(?:省|市|国家|上级)|按.{0,6}要求|in line with|same as|as (?:set|assigned|agreed) by|(?:above|below|at or (?:above|below)) (?:the )?(?:national|provincial|regional|city|average|last)|keep(?:ing)? pace|no worse|match(?:es|ing)?\b|improve on|better than/iu;
const ANSWER =
  /^(?:按[期时])?(?:已|全[部面])?(?:完成|建成|达标|清零|通过|出台|印发|制定|投用|投入|开工|竣工|启用|挂牌|运营|获批|发布|创成|实现|落实|启动|是$|√|yes\b|done\b|complete|adopt|publish|open|in place|deliver|launch|achieve)/iu;
const REFERENCE = /^(?:详?见|参见|参照|同上|同左|以.{0,12}为准|see\b|as above|as per|ditto|refer)/iu;

export function isDash(text: string): boolean {
  return DASH.test(text.trim());
}

export function isRelative(text: string): boolean {
  return RELATIVE.test(text);
}

function bareNumber(cell: GridCell, value: number, unit: string): NamedQuantity {
  return {
    value,
    upperValue: null,
    stretchValue: null,
    unit,
    comparator: "equal",
    form: "level",
    growthPct: null,
    at: 0,
    end: cell.text.length,
    metric: "",
  };
}

function storedNumber(cell: GridCell, number: number): NamedQuantity {
  return cell.isPercent ? bareNumber(cell, Number((number * 100).toPrecision(12)), "%") : bareNumber(cell, number, "");
}

export function readValue(cell: GridCell): ValueReading {
  const text = cell.text.trim();
  if (cell.isError) return { kind: "fault" };
  if (DASH.test(text)) return { kind: "blank" };
  if (cell.isNumeric && cell.number !== null && cell.day === null)
    return { kind: "quantities", quantities: [storedNumber(cell, cell.number)] };
  if (PENDING.test(text)) return { kind: "pending" };
  if (REFERENCE.test(text)) return { kind: "fault" };
  if (saysNone(text)) return { kind: "quantities", quantities: [bareNumber(cell, 0, "")] };
  if (saysKeptClear(text)) return { kind: "standing" };
  const quantities = readSentence(text);
  if (quantities.length > 0 && !/^\d+[A-Za-z][\d.]/u.test(text)) return { kind: "quantities", quantities };
  if (RELATIVE.test(text)) return { kind: "relative" };
  if (ANSWER.test(text)) return { kind: "answer" };
  // 7O.2: letters among digits.
  if (/^[\dOoIlSBZ.,，．\s]+%?$/u.test(text.normalize("NFKC")) && /\d/u.test(text)) return { kind: "fault" };
  return { kind: "words" };
}
