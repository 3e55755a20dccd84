// The parts of a department's name (level, core, ending) and how well an abbreviation fits a full name.

type Level = "province" | "city" | "district" | "county" | "none";

export interface NameShape {
  readonly level: Level;
  /** Without level and ending: 发展和改革. */
  readonly core: string;
  /** The class of the ending, e.g. `commission` for 委员会 and 委; empty if the name has none. */
  readonly ending: string;
  /** English words without "of", "and", "bureau"; empty for a Chinese name. */
  readonly words: readonly string[];
}

/** Endings by class, the longest first. */
const ENDINGS: readonly (readonly [ending: string, className: string])[] = [
  ["管理委员会", "park"],
  ["管委会", "park"],
  ["街道办事处", "street"],
  ["街道办", "street"],
  ["街道", "street"],
  ["办事处", "street"],
  ["镇人民政府", "town"],
  ["镇政府", "town"],
  ["乡人民政府", "town"],
  ["乡政府", "town"],
  ["区人民政府", "government"],
  ["县人民政府", "government"],
  ["市人民政府", "government"],
  ["区政府", "government"],
  ["县政府", "government"],
  ["市政府", "government"],
  ["人民政府", "government"],
  ["政府", "government"],
  ["集团有限责任公司", "company"],
  ["集团有限公司", "company"],
  ["集团公司", "company"],
  ["有限责任公司", "company"],
  ["有限公司", "company"],
  ["集团", "company"],
  ["公司", "company"],
  ["委员会", "commission"],
  ["委", "commission"],
  ["联合会", "federation"],
  ["联", "federation"],
  ["总工会", "union"],
  ["工会", "union"],
  ["办公室", "office"],
  ["办", "office"],
  ["服务中心", "centre"],
  ["管理中心", "centre"],
  ["中心", "centre"],
  ["支队", "team"],
  ["总队", "team"],
  ["大队", "team"],
  ["分局", "branch-bureau"],
  ["分行", "branch"],
  ["协会", "association"],
  ["协", "association"],
  ["厅", "bureau"],
  ["局", "bureau"],
  ["部", "division"],
  ["院", "institute"],
  ["镇", "town"],
  ["乡", "town"],
];

/** Endings that an abbreviation may leave out: 经开区, 市城投, 东桥. */
const OPTIONAL_ENDINGS: readonly string[] = ["park", "street", "town", "government", "company", "branch"];

const LEVELS: readonly (readonly [prefix: string, level: Level])[] = [
  ["省委", "province"],
  ["市委", "city"],
  ["区委", "district"],
  ["县委", "county"],
  ["省", "province"],
  ["市", "city"],
  ["区", "district"],
  ["县", "county"],
];

const ENGLISH_FILLERS: readonly string[] = [
  "of",
  "and",
  "the",
  "for",
  "&",
  "bureau",
  "department",
  "dept",
  "commission",
  "office",
  "municipal",
  "city",
  "administration",
  "authority",
  "division",
];

const isEnglish = (text: string) => /^[\p{Script=Latin}\d\s&.,'’()/-]+$/u.test(text);

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "" && !ENGLISH_FILLERS.includes(word));
}

function split(text: string, hasLevel: boolean): NameShape {
  const [prefix, level] = (hasLevel ? LEVELS.find(([one]) => text.startsWith(one)) : undefined) ?? [
    "",
    "none" as const,
  ];
  const rest = text.slice(prefix.length);
  const [ending, className] = ENDINGS.find(([one]) => rest.endsWith(one) && rest.length > one.length) ?? ["", ""];
  return { level, core: rest.slice(0, rest.length - ending.length), ending: className, words: [] };
}

/** The readings of a name: 市场监管局 begins with the level 市 or with its own first word. */
export function shapeOf(name: string): NameShape[] {
  const text = name.normalize("NFKC").trim();
  if (isEnglish(text)) {
    return [{ level: "none", core: text.toLowerCase(), ending: "", words: wordsOf(text) }];
  }
  const plain = text
    .replace(/[\s·•“”"']/gu, "")
    .replace(/^国网/u, "")
    .replace(/^共青团/u, "团");
  const youth = plain.match(/^(?:团([省市区县])委|([省市区县])团委)$/u);
  if (youth !== null) return [split(`${youth[1] ?? youth[2]}共青团委`, true)];
  const shapes = [split(plain, true)];
  if (/^(?:市场|区域|县域)/u.test(plain)) shapes.push(split(plain, false));
  // 国有资产监督管理委员会 is a commission, 高新区管理委员会 the office of a park.
  if (plain.endsWith("管理委员会")) shapes.push({ ...split(plain.slice(0, -3), true), ending: "commission" });
  const area = plain.match(/^([\p{Script=Han}]{2,})[区县市]$/u)?.[1];
  if (area !== undefined) shapes.push({ ...split(area, false), ending: "government" });
  // 云岭区发改局: a place before the level.
  const place = plain.match(/^[\p{Script=Han}]{2,3}([市区县].{2,})$/u)?.[1];
  if (place !== undefined && !/^[市区县](?:人民)?政府$/u.test(place)) shapes.push(split(place, true));
  return shapes;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const one of short) {
    at = long.indexOf(one, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The first word of a core of several: 自然资源 of 自然资源和规划. */
function firstWord(core: string): string {
  const [word = core] = core.split(/[和与及、]/u);
  return word;
}

function similarChinese(short: NameShape, long: NameShape): number {
  if (short.core === "" || long.core === "") return 0;
  const isBranch = long.ending === "branch-bureau" && short.ending === "branch-bureau";
  if (short.level !== "none" && long.level !== "none" && short.level !== long.level && !isBranch) return 0;
  const lacksEnding = short.ending === "" && OPTIONAL_ENDINGS.includes(long.ending);
  const isStandardBureau =
    short.ending === "" && short.core.length >= 2 && ["bureau", "commission"].includes(long.ending);
  if (short.ending !== long.ending && !lacksEnding && !isStandardBureau) return 0;
  const points = (short.level === long.level ? 2 : 0) + (short.ending === long.ending ? 3 : 0);
  if (short.core === long.core) return 90 + points;
  if (short.core.length < 2 && short.core.length < long.core.length && !/[编]/u.test(short.core)) {
    // One character stands for a whole name only before 联 and 协: 残联, 妇联.
    if (short.core === "" || !["federation", "association"].includes(long.ending)) return 0;
  }
  if (isStandardBureau && !lacksEnding && short.core.length > 4) return 0;
  if (!isSubsequence(short.core, long.core)) return 0;
  if (!firstWord(long.core).includes(short.core.charAt(0))) return 0;
  return 40 + points + Math.round((30 * short.core.length) / long.core.length);
}

function initials(text: string): string {
  return text
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "" && !["of", "and", "the", "for"].includes(word))
    .map((word) => word.charAt(0))
    .join("");
}

function similarEnglish(short: NameShape, long: NameShape): number {
  if (short.words.length === 0) return 0;
  const compact = short.core.replace(/[\s.&-]/gu, "");
  const all = initials(long.core);
  if (/^[a-z]{2,6}$/u.test(compact) && (compact === all || compact === all.slice(0, -1)) && compact.length >= 3)
    return 60;
  if (short.words.join("") === long.words.map((word) => word.charAt(0)).join("") && long.words.length >= 3) return 60;
  let at = 0;
  for (const word of short.words) {
    const stem = word.length >= 4 ? word : `${word}$`;
    const next = long.words.findIndex(
      (one, index) => index >= at && (one === word || (word.length >= 3 && one.startsWith(stem))),
    );
    if (next < 0) return 0;
    at = next + 1;
  }
  if (short.words.length === long.words.length) return 90;
  // Part of a name counts if it starts like the whole: "Housing Bureau", not "Urban Management" for "Urban Renewal".
  return long.words[0]?.startsWith(short.words[0] ?? " ")
    ? 40 + Math.round((30 * short.words.length) / long.words.length)
    : 0;
}

/** How well one name fits another, 0 to 100; 0: it does not. */
export function similarNames(shorts: readonly NameShape[], longs: readonly NameShape[]): number {
  let top = 0;
  for (const short of shorts) {
    for (const long of longs) {
      const areEnglish = short.words.length > 0 && long.words.length > 0;
      top = Math.max(top, areEnglish ? similarEnglish(short, long) : similarChinese(short, long));
    }
  }
  return top;
}
