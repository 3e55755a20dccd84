// What PostgreSQL's text cannot hold: the character NUL, and half of a surrogate pair. Both stand in it as U+FFFD, so that
// an address or a form that brings one finds nothing or keeps the rest, instead of failing.
import type { SqlQuery } from "@prisma/driver-adapter-utils";

const UNPAIRED = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const REPLACEMENT = "\ufffd";
/** How JSON writes them. */
const ESCAPED = /\\u(0000|d[89a-f])/i;

function storableText(text: string): string {
  return text.replaceAll("\0", REPLACEMENT).replace(UNPAIRED, REPLACEMENT);
}

/** The same for every text inside a value that is kept as JSON. */
export function storableJson<T>(value: T): T {
  if (typeof value === "string") return storableText(value) as T;
  if (Array.isArray(value)) return value.map(storableJson) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storableText(key), storableJson(inner)])) as T;
}

function storableArgument(argument: unknown, isJson: boolean): unknown {
  if (Array.isArray(argument)) return argument.map((one) => storableArgument(one, isJson));
  if (typeof argument !== "string") return argument;
  if (isJson && ESCAPED.test(argument)) return JSON.stringify(storableJson(JSON.parse(argument)));
  return storableText(argument);
}

export function storableQuery(query: SqlQuery): SqlQuery {
  const isJson = (index: number) => query.argTypes[index]?.scalarType === "json";
  return { ...query, args: query.args.map((argument, index) => storableArgument(argument, isJson(index))) };
}
