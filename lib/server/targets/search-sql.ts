// What a search word finds. The list, the API, the files and the pickers share it.
import "server-only";
import type { Context } from "@/lib/server/context";
import { Prisma } from "@/lib/server/db/generated/client";
import { initialsPattern, syllablePattern } from "@/lib/server/search/pinyin";
import { scriptVariants } from "@/lib/server/search/scripts";

const ANYTHING = ".*";
/** First letters of a phrase: enough not to occur in every sentence by chance. */
const PHRASE_INITIALS = 4;
const ABBREVIATION_INITIALS = 3;

const or = (conditions: readonly Prisma.Sql[]) => Prisma.sql`(${Prisma.join([...conditions], " OR ")})`;

/** 交通局 is short for 市交通运输局: its characters occur in the name, in their order. */
function abbreviates(word: string): Prisma.Sql[] {
  if (!/^\p{Script=Han}{2,8}$/u.test(word)) return [];
  return [Prisma.sql`search_form(n.name) LIKE ${`%${[...word].join("%")}%`}`];
}

/** A department's name as of the day shown. */
function ownerConditions(word: string, variants: readonly string[]): Prisma.Sql[] {
  const syllables = syllablePattern(word);
  const letters = word.length < ABBREVIATION_INITIALS ? initialsPattern(word) : initialsPattern(word, ANYTHING);
  return [
    ...variants.map((one) => Prisma.sql`search_form(n.name || ' ' || n.name_en) LIKE search_pattern(${one})`),
    ...variants.flatMap(abbreviates),
    ...[syllables, letters].flatMap((pattern) => (pattern === null ? [] : [Prisma.sql`n.name ~ ${pattern}`])),
  ];
}

/** The text of a target: code, titles, metric and quote. First letters of two or three words only find its names. */
function textConditions(word: string, variants: readonly string[]): Prisma.Sql[] {
  const [syllables, initials] = [syllablePattern(word), initialsPattern(word)];
  const found = variants.map((one) => Prisma.sql`t.search_text LIKE search_pattern(${one})`);
  if (syllables !== null) found.push(Prisma.sql`t.search_text ~ ${syllables}`);
  if (initials === null) return found;
  if (word.length >= PHRASE_INITIALS) return [...found, Prisma.sql`t.search_text ~ ${initials}`];
  const metrics = Prisma.sql`SELECT m.id FROM metric m WHERE m.name ~ ${initials}`;
  return [...found, Prisma.sql`t.title ~ ${initials}`, Prisma.sql`t.metric_id IN (${metrics})`];
}

/**
 * A search word occurs in the target's own text or in its owner's name of that day: as typed, in the other script, or as
 * pinyin. Needs `s` and `t` of bareStandingsSql().
 */
export function foundSql(word: string, { knownUntil }: Context["clock"]): Prisma.Sql {
  const variants = scriptVariants(word.normalize("NFKC"));
  const owners = Prisma.sql`SELECT n.id FROM department_named_on(${knownUntil}) n
    WHERE ${or(ownerConditions(word, variants))}`;
  return or([...textConditions(word, variants), Prisma.sql`s.owner_id IN (${owners})`]);
}
