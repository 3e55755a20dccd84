import { getTranslations } from "next-intl/server";
import type { PersonNames } from "@/lib/views/account";

interface ForPersonProps {
  /** The absent person; null marks nothing. */
  readonly name: string | null;
  readonly person: PersonNames;
}

/** Marks a task that the reader has as the delegate of an absent person. */
export async function ForPerson({ name, person }: ForPersonProps) {
  if (name === null) return null;
  const t = await getTranslations("delegation");
  return <span className="text-sm text-ink-soft"> · {t("for", { name: person(name) })}</span>;
}
