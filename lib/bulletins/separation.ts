// Whether a bulletin is drafted, checked and signed by different people.

export const SEPARATIONS = ["off", "warned", "enforced"] as const;
/** Whether an office requires different people, names what is missing before signing, or neither. */
export type Separation = (typeof SEPARATIONS)[number];

export type SeparationProblem = "own-draft" | "own-check" | "not-checked";

interface Hands {
  readonly authorId: string;
  /** Null until somebody has checked the present text. */
  readonly checkerId: string | null;
}

/** What speaks against a step by this user: checking one's own draft; signing one's own draft, check, or without a check. */
export function separationProblems(
  { authorId, checkerId }: Hands,
  step: "check" | "sign",
  userId: string,
): readonly SeparationProblem[] {
  const own: SeparationProblem[] = authorId === userId ? ["own-draft"] : [];
  if (step === "check") return own;
  if (checkerId === null) return [...own, "not-checked"];
  return checkerId === userId ? [...own, "own-check"] : own;
}
