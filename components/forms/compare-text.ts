// Compares stored text with the server's current values: merged where only one side changed, a conflict where both did.

import type { FormValues } from "@/components/forms/form-values";
import type { StoredText } from "@/components/forms/stored-text";

export type Side = "mine" | "theirs";

export interface Difference {
  readonly name: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  /** The side that alone has changed; null where both have. */
  readonly changed: Side | null;
}

export type Comparison =
  | { readonly kind: "same" }
  | { readonly kind: "restore" }
  | { readonly kind: "conflict"; readonly differences: readonly Difference[] };

const equal = (one: readonly string[] = [], other: readonly string[] = []) =>
  one.length === other.length && one.every((value, index) => value === other[index]);

/**
 * @param now the version and the start values of the form as the server has just sent it
 * @returns `conflict` when the server's values have changed since `stored` was typed and differ from it
 */
export function compareText(
  stored: Pick<StoredText, "version" | "start" | "typed">,
  now: { readonly version: string | null; readonly start: FormValues },
): Comparison {
  const names = Object.keys(stored.typed).filter((name) => now.start[name] !== undefined);
  const differences = names
    .filter((name) => !equal(stored.typed[name], now.start[name]))
    .map((name): Difference => {
      const [mine = [], theirs = []] = [stored.typed[name], now.start[name]];
      // Rows can be added to a form: a new field starts as the server has it.
      const start = stored.start[name] ?? theirs;
      const [isMine, isTheirs] = [!equal(mine, start), !equal(theirs, start)];
      return { name, mine, theirs, changed: isMine === isTheirs ? null : isMine ? "mine" : "theirs" };
    });
  if (differences.length === 0) return { kind: "same" };
  const isSameVersion = now.version !== null && stored.version === now.version;
  if (isSameVersion || differences.every(({ changed }) => changed === "mine")) return { kind: "restore" };
  if (differences.every(({ changed }) => changed === "theirs")) return { kind: "same" };
  return { kind: "conflict", differences };
}

/** The resolved values; null while a difference has no chosen side. */
export function chosenFields(
  differences: readonly Difference[],
  chosen: Readonly<Record<string, Side | undefined>>,
): FormValues | null {
  const resolved = differences.map(({ name, mine, theirs }) => {
    const side = chosen[name];
    return side === undefined ? null : ([name, side === "mine" ? mine : theirs] as const);
  });
  return resolved.includes(null) ? null : Object.fromEntries(resolved.filter((one) => one !== null));
}
