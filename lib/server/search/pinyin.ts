// Pinyin as patterns over Chinese characters: a typed syllable stands for every character that is read that way.
// Nothing is stored, so rows are found however they were written: by a form, a seed, an import or SQL.
import { pinyin } from "pinyin-pro";

const [FIRST, LAST] = [0x4e00, 0x9fff];
const LONGEST_SYLLABLE = 6;
const MAX_LETTERS = 40;
const MAX_INITIALS = 16;
/** Ambiguous words such as `xian` (先, 西安) have few divisions; invented ones have many. */
const MAX_DIVISIONS = 16;
/** A quotation mark, a bracket or a space may stand between two characters. */
const BETWEEN = "[^\u4e00-\u9fffa-z0-9]?";

interface Readings {
  readonly syllables: ReadonlyMap<string, string>;
  readonly initials: ReadonlyMap<string, string>;
}

/** Consecutive characters as a range, so that a pattern stays short. */
function characterClass(codes: ReadonlySet<number>): string {
  const ranges: [from: number, to: number][] = [];
  for (const code of [...codes].sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const shown = ranges.map(([from, to]) => {
    const [one, other] = [String.fromCodePoint(from), String.fromCodePoint(to)];
    return from === to ? one : `${one}-${other}`;
  });
  return `[${shown.join("")}]`;
}

function readCharacters(): Readings {
  const [syllables, initials] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()];
  const add = (to: Map<string, Set<number>>, key: string, code: number) =>
    to.set(key, (to.get(key) ?? new Set()).add(code));
  for (let code = FIRST; code <= LAST; code += 1) {
    const readings = pinyin(String.fromCodePoint(code), { multiple: true, toneType: "none", type: "array", v: true });
    for (const reading of readings) {
      if (!/^[a-z]{1,6}$/.test(reading)) continue;
      add(syllables, reading, code);
      add(initials, reading.charAt(0), code);
    }
  }
  const classes = (of: Map<string, Set<number>>) =>
    new Map([...of].map(([key, codes]) => [key, characterClass(codes)] as const));
  return { syllables: classes(syllables), initials: classes(initials) };
}

let readings: Readings | undefined;

function getReadings(): Readings {
  readings ??= readCharacters();
  return readings;
}

/** Typed Latin letters in parts between apostrophes, ü as v; null if the word has anything else. */
function lettersOf(word: string): string[] | null {
  const parts = word.normalize("NFKC").toLowerCase().replaceAll("ü", "v").split(/['’]/).filter(Boolean);
  return parts.length > 0 && parts.every((part) => /^[a-z]+$/.test(part)) ? parts : null;
}

/** All divisions of the letters into syllables, the longest syllables first. */
function divide(letters: string, syllables: Readings["syllables"]): string[][] {
  const found: string[][] = [];
  // Ends that lead nowhere, so that a long word is not divided again and again.
  const dead = new Set<number>();
  const walk = (at: number, before: readonly string[]): boolean => {
    if (at === letters.length) return found.push([...before]) > 0;
    if (dead.has(at)) return false;
    let leads = false;
    for (let length = LONGEST_SYLLABLE; length > 0 && found.length < MAX_DIVISIONS; length -= 1) {
      const syllable = letters.slice(at, at + length);
      if (syllable.length === length && syllables.has(syllable))
        leads = walk(at + length, [...before, syllable]) || leads;
    }
    if (!leads && found.length < MAX_DIVISIONS) dead.add(at);
    return leads;
  };
  walk(0, []);
  return found;
}

/**
 * A regular expression for the characters read like `word`: `jiaotong` finds 交通. It starts and ends at characters, so
 * `an` does not find 联 (lian), and a character with several readings is found by each. Apostrophes divide: `xi'an`.
 * @returns null if the word is not made of at least two letters and whole syllables
 */
export function syllablePattern(word: string): string | null {
  const parts = lettersOf(word);
  const letters = parts?.join("").length ?? 0;
  if (parts === null || letters < 2 || letters > MAX_LETTERS) return null;
  const { syllables } = getReadings();
  const patterns = parts.map((part) =>
    divide(part, syllables).map((syllable) => syllable.map((one) => syllables.get(one)).join(BETWEEN)),
  );
  if (patterns.some((divisions) => divisions.length === 0)) return null;
  return patterns.map((divisions) => `(?:${divisions.join("|")})`).join(BETWEEN);
}

/**
 * The same for the first letters of syllables: `jt` finds 交通.
 * @param gap what may stand between two characters; `.*` finds an abbreviation such as 交通局 in 市交通运输局
 * @returns null if the word is not 2 to 16 first letters
 */
export function initialsPattern(word: string, gap = BETWEEN): string | null {
  const parts = lettersOf(word);
  const letters = [...(parts?.join("") ?? "")];
  if (letters.length < 2 || letters.length > MAX_INITIALS) return null;
  const { initials } = getReadings();
  const classes = letters.map((letter) => initials.get(letter));
  return classes.includes(undefined) ? null : classes.join(gap);
}
