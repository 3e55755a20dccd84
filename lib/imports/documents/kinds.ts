// Whether a figure is a promise (target) or a result (actual): cue words, tense, the year, the heading above.

export type Kind = "target" | "actual";

export interface KindReading {
  readonly kind: Kind;
  /** The words that decided it; "" for the default. */
  readonly word: string;
}

export interface Cue extends KindReading {
  readonly at: number;
}

type CuePattern = readonly [RegExp, Kind];

const CHINESE_CUES: readonly CuePattern[] = [
  [
    /(?:超额|圆满|提前|全面|已|均)(?:完成|实现)|完成(?:了)?(?:年度|全年|年初)?(?:目标|任务|计划)(?:任务|数)?的|(?:占|为|达|相当于)(?:年度|全年)(?:目标|计划|任务)|占(?:目标|计划)|(?:目标|任务|计划)(?:任务)?(?:已|均|全部|全面|超额)|(?:目标|任务)完成/g,
    "actual",
  ],
  [
    /距(?:离)?(?:年度|全年|省定|市定)?目标|(?:低于|高于|好于|超|快于)(?:年度|年初|全年)?(?:预期|目标|计划)|(?:达到|超过)(?:或超过)?预期|未完成|未达|差距|缺口/g,
    "actual",
  ],
  [/[\p{Script=Han}](?<![为除罢])了(?!解)/gu, "actual"],
  [
    /(?<![比较])(?:去年|上年)(?!同期)|过去(?:一|五|的|几|三)?年?|五年来|以来|一年来|截至|截止|目前|当前|现有|迄今|至今|累计(?=建成|完成|已|发放|新增)/g,
    "actual",
  ],
  [
    /已(?!经济)|创(?:历史|下)?新高|历史(?:新高|最高)|(?:成功|顺利)(?=[\p{Script=Han}])|实际(?!利用|使用|到位|吸收|控制|管理)|完成情况|实绩|进展(?:情况)?|成效|获评|跃居|跃升至|荣获|连续\p{Script=Han}{1,3}年/gu,
    "actual",
  ],
  [
    /年初(?:确定|安排|下达)|力争|确保|争取|努力|计划|规划|拟|(?<![行便即])将(?![军近])|(?<![主重首需纲概简摘不])要(?![求点素闻职])|必须|目标|预期目标|任务|不得/g,
    "target",
  ],
  [
    /(?:今年|明年|今后|未来|下一年|本年|来年|到20\d\d年(?:底|末)?|至20\d\d年(?:底|末)?|到[“"]?十[三四五六]五[”"]?末|年内|20\d\d年底前|\d{1,2}月底前|年底前)/g,
    "target",
  ],
];

const ENGLISH_CUES: readonly CuePattern[] = [
  [
    /\b(?:will|shall|must|should|aims?|aiming|plans? to|planned|pledged?|pledges|commit(?:s|ted|ment)?|target(?:s|ed|ing)?|goals?|milestones?|missions? \d+|ambition|intends?|on track to|set to|to be (?:reached|met|delivered)|expects?|so that|need to|needs to)\b/gi,
    "target",
  ],
  [
    /\b(?:by (?:the end of )?(?:20\d\d|this parliament)|by (?:\w+ )?20\d\d|over the next|in the next|from 20\d\d to 20\d\d)\b/gi,
    "target",
  ],
  [
    /\b(?:currently|to date|so far|as of|as at|current|latest|last (?:year|quarter|month)|compared (?:with|to)|previously|since|already|in the (?:year|quarter|month) to|this is|up from|down from|now)\b/gi,
    "actual",
  ],
  [/\b(?:has|have) (?!committed|pledged|agreed)[a-z]+ed\b|\bstands? at\b/gi, "actual"],
  [/\b(?:we|it|they)(?: have|['’]ve)? [a-z]+ed\b/gi, "actual"],
  [
    /\b(?:was|were|had|has been|have been|rose|fell|grew|reached|achieved|dropped|declined|increased|decreased|improved|completed|delivered|built|opened|recorded|saw|stood at|totalled|amounted|received|met|exceeded|missed|recruited|spent|provided|remains?|are seen|is at|are at|there are|there is|helped|supported|invested|started|created|reduced)\b/gi,
    "actual",
  ],
];

/** "were to reach", "to be built" and participles after "to be" are no past tense. */
const NOT_PAST = /\b(?:to|be|being|will be|to be|can be|must be|should be|of)\s*$/i;

/** The cues of a text in order. */
export function findCues(text: string): Cue[] {
  const found: Cue[] = [];
  const isChinese = /\p{Script=Han}/u.test(text);
  for (const [pattern, kind] of isChinese ? CHINESE_CUES : ENGLISH_CUES) {
    for (const match of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, match.index - 12), match.index);
      if (!isChinese && kind === "actual" && NOT_PAST.test(before)) continue;
      found.push({ at: match.index, kind, word: match[0].trim() });
    }
  }
  if (isChinese) found.push(...repliesTo(text, found));
  found.sort((one, other) => one.at - other.at || other.word.length - one.word.length);
  // A cue inside a longer one says nothing: 目标 in 完成年度目标的.
  const kept: Cue[] = [];
  for (const cue of found) {
    const last = kept.at(-1);
    if (last === undefined || cue.at >= last.at + last.word.length) kept.push(cue);
  }
  return kept;
}

const REPLY = /(?<=[,，])(?:实际)?(?:完成|建成|开工|竣工|完工|到位)(?=\d)/g;

/** 计划新增2万个，完成1.86万个: after a plan, the bare verb with its figure reports. */
function repliesTo(text: string, cues: readonly Cue[]): Cue[] {
  const first = cues.find(({ word }) => /计划|目标|任务|年初/.test(word))?.at;
  if (first === undefined) return [];
  return [...text.matchAll(REPLY)]
    .filter(({ index }) => index > first)
    .map((match) => ({ at: match.index, kind: "actual" as const, word: match[0] }));
}

const ACTUAL_HEADING =
  /回顾|总结|完成情况|执行情况|进展|成效|成绩|实绩|公报|上年|去年|过去|推进情况|落实情况|工作情况|现状|通报|results?\b|progress|performance|outturn|achievements?|where we are|update/i;
const TARGET_HEADING =
  /目标|任务|计划|规划|安排|打算|实事|要点|方案|纲要|意见|展望|下一步|部署|责任分解|清单|targets?\b|plan\b|milestones?|goals?\b|strategy|commitments?|expectations?|missions?|priorit/i;

/** What a heading or a label such as 进展情况： says of the figures below; null if nothing. */
export function kindOfHeading(text: string): Kind | null {
  const actual = ACTUAL_HEADING.exec(text);
  const target = TARGET_HEADING.exec(text);
  if (actual === null) return target === null ? null : "target";
  if (target === null) return "actual";
  // "Targets and results", 总结和计划: either may follow.
  const between = text.slice(Math.min(actual.index, target.index), Math.max(actual.index, target.index));
  if (/\band\b|[和及与、&]/i.test(between)) return null;
  // 计划执行情况, 任务完成情况: the last word decides.
  return actual.index + actual[0].length >= target.index + target[0].length || /情况|progress/i.test(actual[0])
    ? "actual"
    : "target";
}

/** 已, 目前, 截至: what stands before them without a cue is the plan if another figure follows. */
const PROGRESS = /^(?:已|目前|当前|截至|截止|现|进展|累计)/;
/** How far back a clause mark is looked for. */
const REACH = 400;
const CLAUSE_MARK = /[,，、;；:：]/;

/**
 * The kind at an offset of a text with these cues: the nearest cue before it or in its clause, which ends at `stop`; else
 * a deadline in a later clause, or the contrast to a later figure that 已 or 目前 marks as reached. Null without a cue.
 */
export function kindAt(text: string, cues: readonly Cue[], at: number, stop: number): Cue | null {
  const next = indexFrom(cues, at);
  const before = cues[next - 1];
  const after = cues[next];
  const isBehind = after !== undefined && after.at < stop;
  // A finite verb after the number in its own clause outweighs a cue of an earlier clause.
  if (before !== undefined && !(isBehind && CLAUSE_MARK.test(text.slice(Math.max(before.at, at - REACH), at))))
    return before;
  if (isBehind) return after;
  const later = cues[indexFrom(cues, stop)];
  if (later === undefined) return null;
  const isContrast = PROGRESS.test(later.word) && /^[^。]{0,30}?\d/.test(text.slice(later.at, later.at + 40));
  const isDeadline = later.kind === "target" && /前$|\bby\b/i.test(later.word);
  return isDeadline || isContrast ? { ...later, kind: "target" } : null;
}

/** The index of the first cue at or after the offset. */
function indexFrom(cues: readonly Cue[], at: number): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Reduced violent crime: 20,000 fewer victims": the label in front names, it does not report. */
export function labelEnd(sentence: string): number {
  const label = /^[^:\p{Script=Han}]{2,60}:/u.exec(sentence)?.[0];
  return label === undefined || kindOfHeading(label) !== null ? 0 : label.length;
}
