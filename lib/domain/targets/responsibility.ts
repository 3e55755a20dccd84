// Who does the work of a target and who answers for it. Recorded with the terms, but no light depends on it.

/** Departments by slug. */
export interface Responsibility {
  readonly owner: string;
  /** Without the owner. */
  readonly supporting: readonly string[];
  /** The post that answers for it, as the office names it. */
  readonly responsiblePost: string | null;
  readonly leaderInCharge: string | null;
}

export const RESPONSIBILITY_FIELDS = ["owner", "supporting", "responsiblePost", "leaderInCharge"] as const;

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The fields of `after` that differ from `before`. The order of supporting departments means nothing. */
export function revisedResponsibility(before: Responsibility, after: Responsibility): Partial<Responsibility> {
  const sorted = (one: Responsibility) => ({ ...one, supporting: one.supporting.toSorted() });
  const [was, is] = [sorted(before), sorted(after)];
  const changed = RESPONSIBILITY_FIELDS.filter((field) => !isSame(was[field], is[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

/** The responsibility before these revisions, which are given latest first. */
export function responsibilityBefore(
  present: Responsibility,
  revisions: readonly { readonly before: Partial<Responsibility> }[],
): Responsibility {
  return Object.assign({ ...present }, ...revisions.map(({ before }) => before));
}
