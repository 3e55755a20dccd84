// Joins what belongs to one commitment: a level with its growth (402亿元,增长27%), 分别 lists, a rank as a remark.
import type { Quantity } from "@/lib/imports/grammar/quantities";

export interface Compound {
  readonly quantity: Quantity;
  /** Signed per cent: its own, or that of the growth joined to it. */
  readonly growthPct: string | null;
  readonly growth: Quantity | null;
  readonly rank: Quantity | null;
}

const NO_SUBJECT =
  /^(?:[\s,，、（()）]|同比|同口径|比上年|较上年|比去年|较去年|比上年同期|年均|名义|实际|可比价|按可比口径|分别|预计|力争|确保|平均|和|与|较\d{4}年|比\d{4}年|同期|增速|增幅|翻|比上年末|按[^,，]{1,10}计算|扣除价格因素|剔除[^,，]{1,12}因素|in 20\d\d|[,(]|up|down|an?|annual|year-on-year|increase|rise|growth|fall|drop|reduction|decrease|of|by|or)*$/i;
const RANK_REMARK =
  /^(?:[\s,，、]|同比|居|列|位列|位居|稳居|排名?|名列|跃居|继续|均|分别|总量|增速|在?全[省市国区]|[\p{Script=Han}]{0,8}[省市国区县]|的)*$/u;
const LEVEL_AFTER_GROWTH = /^(?:[\s,，]|达到?|突破|超过|实现|为)*$/;

const LONGEST_LIST = 20;

/** The compounds of one sentence, in order. */
export function joinCompounds(text: string, figures: readonly Quantity[]): Compound[] {
  const compounds: Compound[] = [];
  for (let index = 0; index < figures.length; index += 1) {
    const figure = figures[index];
    if (figure === undefined) continue;
    const run = growthRun(text, figures, index, compounds);
    if (run.length > 0) {
      attachGrowth(compounds, run);
      index += run.length - 1;
      continue;
    }
    const last = compounds.at(-1);
    if (last !== undefined && isRemark(text, last.quantity, figure)) {
      compounds[compounds.length - 1] = { ...last, rank: figure };
    } else if (last !== undefined && isLevelOfGrowth(text, last, figure)) {
      compounds[compounds.length - 1] = { ...plain(figure), growth: last.quantity, growthPct: last.growthPct };
    } else {
      compounds.push(plain(figure));
    }
  }
  return compounds;
}

function plain(quantity: Quantity): Compound {
  return { quantity, growthPct: quantity.growthPct, growth: null, rank: null };
}

/** The growths from `index` on without a subject that follow levels that still lack one. */
function growthRun(
  text: string,
  figures: readonly Quantity[],
  index: number,
  compounds: readonly Compound[],
): Quantity[] {
  const run: Quantity[] = [];
  for (let next = index; next < Math.min(figures.length, index + LONGEST_LIST); next += 1) {
    const figure = figures[next];
    const previous = figures[next - 1];
    if (figure?.form !== "growth" || previous === undefined) break;
    const before = text.slice(previous.phraseEnd, figure.phraseAt);
    if (!NO_SUBJECT.test(before) || before.length > 44) break;
    run.push(figure);
  }
  const free = compounds.slice(-Math.max(run.length, 1));
  const areFree =
    free.length >= run.length && free.every((one) => one.quantity.form === "level" && one.growth === null);
  return areFree ? run : [];
}

function attachGrowth(compounds: Compound[], run: readonly Quantity[]): void {
  for (const [offset, growth] of run.entries()) {
    const place = compounds.length - run.length + offset;
    const level = compounds[place];
    if (level !== undefined) compounds[place] = { ...level, growth, growthPct: growth.growthPct };
  }
}

function isRemark(text: string, level: Quantity, rank: Quantity): boolean {
  if (rank.form !== "rank" || level.form === "rank") return false;
  const before = text.slice(level.phraseEnd, rank.phraseAt);
  return before.length <= 20 && /列|居|排/.test(before) && !/增[速幅]|总量/.test(before) && RANK_REMARK.test(before);
}

function isLevelOfGrowth(text: string, last: Compound, figure: Quantity): boolean {
  if (last.quantity.form !== "growth" || last.growth !== null || figure.form !== "level" || figure.unit === "%")
    return false;
  const between = text.slice(last.quantity.phraseEnd, figure.phraseAt);
  return LEVEL_AFTER_GROWTH.test(between) && /[,，]/.test(between);
}
