// Text on its way to the database. What is written is cleaned, whichever door it came in by. What is only asked for must
// stay as it was typed, so that a wrong address finds nothing; there, U+FFFD takes the place of what PostgreSQL's text
// cannot hold: the character NUL and half of a surrogate pair.
import type { SqlQuery } from "@prisma/driver-adapter-utils";
import { cleanText, cleanTexts, isPlainText } from "@/lib/domain/text/clean-text";

const UNHOLDABLE = /\0|\p{Surrogate}/gu;
const REPLACEMENT = "\ufffd";
/** How JSON writes control characters other than tab and line break, and half of a surrogate pair. */
const ESCAPED = /\\[bfr]|\\u(00|d[89a-f])/i;
const READS = /^\s*SELECT\b/i;

/** A value that is kept as JSON, as it will be read back. */
export const storableJson = <T>(value: T): T => cleanTexts(value);

function storableArgument(argument: unknown, isJson: boolean, isRead: boolean): unknown {
  if (Array.isArray(argument)) return argument.map((one) => storableArgument(one, isJson, isRead));
  if (typeof argument !== "string") return argument;
  if (!isJson) return isRead ? argument.replace(UNHOLDABLE, REPLACEMENT) : cleanText(argument);
  return isPlainText(argument) && !ESCAPED.test(argument)
    ? argument
    : JSON.stringify(storableJson(JSON.parse(argument)));
}

export function storableQuery(query: SqlQuery): SqlQuery {
  const isRead = READS.test(query.sql);
  const isJson = (index: number) => query.argTypes[index]?.scalarType === "json";
  return { ...query, args: query.args.map((argument, index) => storableArgument(argument, isJson(index), isRead)) };
}
