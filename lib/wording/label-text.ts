import type { LabelKind } from "@/lib/domain/targets/labels";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

interface NumberedLabel {
  readonly name: Bilingual;
  /** "" if it has none. */
  readonly number: string;
}

/** A label with its running number: 政府工作报告（第12项）. */
export function numberedLabel({ name, number }: NumberedLabel, lang: Language): string {
  return number === "" ? name[lang] : getTranslator(lang)("label.numbered", { name: name[lang], number });
}

/** The labels of one kind as one text; null if there is none. */
export function labelText(
  { labels }: { readonly labels: readonly (NumberedLabel & { readonly kind: LabelKind })[] },
  kind: LabelKind,
  lang: Language,
): string | null {
  const own = labels.filter((label) => label.kind === kind);
  if (own.length === 0) return null;
  return own.map((label) => numberedLabel(label, lang)).join(getTranslator(lang)("punctuation.semicolon"));
}
