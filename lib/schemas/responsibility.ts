// The fields of a form that say who does the work of a target and who answers for it.
import { z } from "zod";
import { type Responsibility, revisedResponsibility } from "@/lib/domain/targets/responsibility";
import { exactText, singleLine } from "@/lib/schemas/text";

export const MOST_SUPPORTING = 5;

/** The name of a row of the form. */
export const SUPPORTING_ROW = "supporting.";

/** A post or a name as the office writes it; null when blank. */
export const postSchema = singleLine
  .trim()
  .max(100, "too-long")
  .default("")
  .transform((text) => text || null);

/** The stored fields of a revision, before or after the change; absent if they did not change. */
export const revisedResponsibilitySchema = z.object({
  owner: exactText.optional(),
  supporting: z.array(exactText).optional(),
  responsiblePost: exactText.nullable().optional(),
  leaderInCharge: exactText.nullable().optional(),
});

/** The departments in the rows of the form, without blanks. */
export function readSupporting(form: Readonly<Record<string, string>>): string[] {
  const named = Array.from({ length: MOST_SUPPORTING }, (_, row) => (form[`${SUPPORTING_ROW}${row}`] ?? "").trim());
  return named.filter((slug) => slug !== "");
}

/** Each once, without the owner. */
export function withoutOwner(slugs: readonly string[], owner: string): string[] {
  return [...new Set(slugs)].filter((slug) => slug !== owner);
}

interface ResponsibilityInput {
  readonly owner?: string | undefined;
  readonly supporting?: readonly string[] | undefined;
  readonly responsiblePost?: string | undefined;
  readonly leaderInCharge?: string | undefined;
}

/** The changed fields. An absent field is unchanged. */
export function takeResponsibility(
  input: ResponsibilityInput,
  current: Responsibility,
  errors: Record<string, string>,
): Partial<Responsibility> {
  const post = (field: "responsiblePost" | "leaderInCharge"): string | null => {
    if (input[field] === undefined) return current[field];
    const parsed = postSchema.safeParse(input[field]);
    if (!parsed.success) errors[field] = parsed.error.issues[0]?.message ?? "too-long";
    return parsed.data ?? null;
  };
  const owner = input.owner ?? current.owner;
  return revisedResponsibility(current, {
    owner,
    supporting: withoutOwner(input.supporting ?? current.supporting, owner),
    responsiblePost: post("responsiblePost"),
    leaderInCharge: post("leaderInCharge"),
  });
}
