// Places: 前3名, 全省前三, 第2位, 居全市第一, 保二争一, in the top 10.
import { hanValue } from "@/lib/imports/grammar/numerals";
import type { Quantity } from "@/lib/imports/grammar/quantities";

const NUMBER = "(\\d{1,3}|[一二三四五六七八九十]{1,3})";
const NOT_PLACE =
  "(?!\\d|个?季度|个?月|年|期|天|次|批|届|周|日|步|阶段|轮|代|产业|书记|时间|方阵|梯队|线|资源|要务|责任|生产力|动力|人称|大|产|世纪|章|条|款|编|站|课|所|家|党)";
/** A place where the words before say that something is ranked, or 位 or 名 follows. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`前${NUMBER}(?:名|位|强)?(?:以内|之内)?${NOT_PLACE}`, "g"), "前"],
  [new RegExp(`第${NUMBER}(?:名|位)`, "g"), "第"],
  [
    new RegExp(
      `(?<=(?:列|居|排名?|名列|位次|[省市国区县]|百强县?)[^,，。;；\\n]{0,14})第${NUMBER}(?=\\s*(?:$|[,，。;；、!！）)\\n]))`,
      "g",
    ),
    "第",
  ],
  [/\btop (\d{1,3}|three|five|ten)\b(?! ?(?:%|per ?cent))/gi, "top"],
];
const HOLD_AND_STRIVE = /保([一二三四五六七八九十])争([一二三四五六七八九十])/g;
const WORD_PLACES: Readonly<Record<string, string>> = { three: "3", five: "5", ten: "10" };

export function findRanks(text: string): Quantity[] {
  const found: Quantity[] = [];
  const isTaken = new Uint8Array(text.length);
  for (const match of text.matchAll(HOLD_AND_STRIVE)) {
    const [all, hold = "", strive = ""] = match;
    found.push(rank(match.index, all, 1, hold, `${hanValue(hold)}`, `${hanValue(strive)}`));
    isTaken.fill(1, match.index, match.index + all.length);
  }
  for (const [pattern, word] of PLACES) {
    for (const match of text.matchAll(pattern)) {
      const [all, number = ""] = match;
      const value = /\d/.test(number) ? number : (WORD_PLACES[number.toLowerCase()] ?? hanValue(number));
      if (value === null || isTaken[match.index] === 1) continue;
      isTaken.fill(1, match.index, match.index + all.length);
      found.push(rank(match.index, all, all.indexOf(number, word.length), number, value, null));
    }
  }
  return found;
}

function rank(
  at: number,
  all: string,
  offset: number,
  numText: string,
  value: string,
  stretch: string | null,
): Quantity {
  const end = at + all.length;
  return {
    at,
    end,
    phraseAt: at,
    phraseEnd: end,
    numText,
    numAt: at + offset,
    value,
    upperValue: null,
    stretchValue: stretch,
    unit: "位",
    comparator: "within-rank",
    form: "rank",
    direction: null,
    growthPct: null,
    modality: null,
    words: [all],
  };
}
