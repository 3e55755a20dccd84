// What a search word finds among people: name and address as typed, in the other script, or the name as pinyin.
import "server-only";
import { Prisma } from "@/lib/server/db/generated/client";
import { initialsPattern, syllablePattern } from "./pinyin";
import { scriptVariants } from "./scripts";

/** Needs the table of accounts as `u`. */
export function personFoundSql(word: string): Prisma.Sql {
  const variants = scriptVariants(word.normalize("NFKC"));
  const typed = variants.map((one) => Prisma.sql`search_form(u.name || ' ' || u.email) LIKE search_pattern(${one})`);
  const patterns = [syllablePattern(word), initialsPattern(word)].filter((pattern) => pattern !== null);
  const read = patterns.map((pattern) => Prisma.sql`u.name ~ ${pattern}`);
  return Prisma.sql`(${Prisma.join([...typed, ...read], " OR ")})`;
}
