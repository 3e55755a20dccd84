// The quantities of a cell: 402（+27%） is one with its growth, 确保5、力争8 one with a stretch value, 180公里、25座 two.
import type { Comparator } from "@/lib/domain/targets/types";
import { findQuantities, type Quantity } from "@/lib/imports/grammar/quantities";

export interface CellQuantity {
  readonly value: number;
  readonly upperValue: number | null;
  readonly stretchValue: number | null;
  readonly unit: string;
  readonly comparator: Comparator;
  /** `growth`: per cent on the year before; its value is the size, growthPct the signed change. */
  readonly form: "level" | "growth" | "rank";
  readonly growthPct: number | null;
  /** Offsets of the number with its words. */
  readonly at: number;
  readonly end: number;
}

const PARENTHESES = /[(（]([^()（）]*)[)）]/gu;
const GROWTH =
  /^\s*(?:同比|较上年|比上年)?\s*(?<sign>增长|增加|增|提高|上升|下降|减少|降低|降|\+|-|−|↑|↓|up|down|rise|fall)?\s*(?:of\s*)?(?<size>\d+(?:\.\d+)?)\s*%/iu;
const DOWN = /^(?:下降|减少|降低|降|-|−|↓|down|fall)/iu;

function growthIn(text: string): number | null {
  const match = text.normalize("NFKC").match(GROWTH);
  if (match?.groups?.sign === undefined && !/^\s*(?:同比|较上年|比上年)/u.test(text)) return null;
  const size = Number(match?.groups?.size);
  return DOWN.test(match?.groups?.sign ?? "") ? -size : size;
}

const asNumber = (text: string | null) => (text === null ? null : Number(text));

function fromQuantity(one: Quantity): CellQuantity {
  const isGrowth = one.form === "growth" && one.growthPct !== null;
  return {
    value: Number(one.value),
    upperValue: asNumber(one.upperValue),
    stretchValue: asNumber(one.stretchValue),
    unit: one.unit,
    comparator: one.comparator,
    form: one.form === "rank" ? "rank" : isGrowth ? "growth" : "level",
    growthPct: isGrowth ? asNumber(one.growthPct) : null,
    at: one.phraseAt,
    end: one.phraseEnd,
  };
}

/** A cell that is a range: 12-15, 100～120. Its ends are as typed. */
function bareRange(plain: string): CellQuantity | null {
  const [, low, , , high, unit] =
    plain.match(/^(\d+(?:\.\d+)?)\s*(%?)\s*((?:[-–—~～至到]|to)+)\s*(\d+(?:\.\d+)?)\s*(%?)$/u) ?? [];
  if (low === undefined || high === undefined) return null;
  return {
    value: Number(low),
    upperValue: Number(high),
    unit: unit ?? "",
    comparator: "between",
    form: "level",
    stretchValue: null,
    growthPct: null,
    at: 0,
    end: plain.length,
  };
}

/**
 * 120～100: a range whose ends contradict each other, which the rules of targets reject. 2023-12 is a month, and 12-10 may
 * be a day.
 */
function reversedRange(text: string): CellQuantity | null {
  const plain = text.normalize("NFKC").trim();
  const range = /[~～至到]/u.test(plain) ? bareRange(plain) : null;
  return range !== null && range.value > (range.upperValue ?? 0) ? range : null;
}

/** A cell that is a number, a range, a signed number or a place without more words: -400, 12-15, +8, 第3, 保5争3. */
function bareQuantity(text: string): CellQuantity | null {
  const plain = text
    .normalize("NFKC")
    .replace(/(?<=\d),(?=\d{3})/gu, "")
    .trim();
  const about = { stretchValue: null, growthPct: null, at: 0, end: text.length } as const;
  const place = plain.match(/^(?:保持|保|争取|力争|确保|全[省市国区]|位居|位列|列|排名?)*第\s*(\d+)\s*[名位]?$/u)?.[1];
  if (place !== undefined)
    return { ...about, value: Number(place), upperValue: null, unit: "位", comparator: "within-rank", form: "rank" };
  const strive = plain.match(/^保\s*(\d+)\s*[争冲]\s*(\d+)$/u);
  if (strive !== null) {
    return {
      ...about,
      value: Number(strive[1]),
      upperValue: null,
      stretchValue: Number(strive[2]),
      unit: "位",
      comparator: "within-rank",
      form: "rank",
    };
  }
  const range = bareRange(plain);
  if (range !== null && range.value < (range.upperValue ?? 0)) return range;
  const single = plain.match(/^([-+−]?)\s*(\d+(?:\.\d+)?)\s*(%|[\p{Script=Han}]{1,4})?$/u);
  if (single === null) return null;
  const value = Number(single[2]) * (single[1] === "-" || single[1] === "−" ? -1 : 1);
  const isGrowth = single[1] === "+" && single[3] === "%";
  return {
    ...about,
    value,
    upperValue: null,
    unit: single[3] ?? "",
    comparator: "equal",
    form: isGrowth ? "growth" : "level",
    growthPct: isGrowth ? value : null,
  };
}

const LINK = /^[\s,，、;；:：和并且及与比同上年去期增长速幅度提高升下降减少了为达到至力争取约确保以奋斗目标]*$/u;
const ENGLISH_LINK =
  /^[\s,;:]*(?:and|with|or|up|growth of|an increase of|aim(?:ing)? for|stretch(?: target)?|ideally)?[\s,;:]*$/iu;

/** Joins a level with the growth or the stretch value that follows it directly. */
function join(text: string, found: readonly CellQuantity[], raw: readonly Quantity[]): CellQuantity[] {
  const joined: CellQuantity[] = [];
  for (const [index, one] of found.entries()) {
    const last = joined.at(-1);
    const between = last === undefined ? "" : text.slice(last.end, one.at).normalize("NFKC");
    const isLinked = last !== undefined && (LINK.test(between) || ENGLISH_LINK.test(between));
    if (
      last !== undefined &&
      isLinked &&
      one.form === "growth" &&
      last.form === "level" &&
      last.growthPct === null &&
      last.unit !== "%"
    ) {
      joined[joined.length - 1] = { ...last, growthPct: one.growthPct, end: one.end };
      continue;
    }
    const strives =
      raw[index]?.modality === "力争" ||
      raw[index]?.modality === "争取" ||
      /力争|争取|奋斗|stretch|aim|ideally/iu.test(between);
    if (
      last !== undefined &&
      isLinked &&
      strives &&
      last.form === one.form &&
      (last.unit === one.unit || one.unit === "" || last.unit === "")
    ) {
      joined[joined.length - 1] = { ...last, unit: last.unit || one.unit, stretchValue: one.value, end: one.end };
      continue;
    }
    joined.push(one);
  }
  return joined;
}

const COURSE_TO = /^\s*(?:down|up|cut|reduce[ds]?|increase[ds]?|raise[ds]?|rise|fall|from .{1,12}) to\b/iu;

/** The quantities of a cell or of a task's sentence, in order. */
export function readQuantities(text: string): CellQuantity[] {
  const blank = (part: string) => " ".repeat(part.length);
  const plain = text.replace(PARENTHESES, blank);
  const direct = findQuantities(plain);
  // "down to 18 or less" says where to, not by how much.
  const blanked = direct.length === 0 ? plain.replace(COURSE_TO, blank) : plain;
  const raw = direct.length === 0 ? findQuantities(blanked) : direct;
  const bare = reversedRange(plain) ?? (raw.length === 0 ? bareQuantity(blanked) : null);
  const found = bare === null ? raw.map(fromQuantity) : [bare];
  const joined = join(blanked, found, bare === null ? raw : []);
  for (const match of text.matchAll(PARENTHESES)) {
    const index = joined.findLastIndex((one) => one.end <= match.index || one.at === 0);
    const owner = joined[index];
    if (owner === undefined) continue;
    const inner = match[1] ?? "";
    const growth = owner.form === "level" && owner.growthPct === null ? growthIn(inner) : null;
    const stretch = inner.normalize("NFKC").match(/(?:力争|争取|奋斗目标|stretch)\D{0,4}(\d+(?:\.\d+)?)/iu)?.[1];
    if (growth !== null) joined[index] = { ...owner, growthPct: growth };
    else if (stretch !== undefined) joined[index] = { ...owner, stretchValue: Number(stretch) };
  }
  return joined;
}
