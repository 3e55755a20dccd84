// Text on its way to the database. Written text is cleaned, whatever its source. Query parameters must remain as they
// were typed, so that a wrong address finds nothing; in them, U+FFFD replaces what PostgreSQL's text cannot store: the
// character NUL and unpaired surrogates.
import type { SqlQuery } from "@prisma/driver-adapter-utils";
import { cleanText, cleanTexts, isPlainText } from "@/lib/domain/text/clean-text";

const UNHOLDABLE = /\0|\p{Surrogate}/gu;
const REPLACEMENT = "\ufffd";
/** How JSON writes control characters other than tab and line break, and unpaired surrogates. */
const ESCAPED = /\\[bfr]|\\u(00|d[89a-f])/i;
const READS = /^\s*SELECT\b/i;

/** A value stored as JSON, as it will be read back. */
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
