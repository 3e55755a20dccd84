import type { LabelKind } from "@/lib/domain/targets/labels";
import type { Bilingual } from "@/lib/i18n/languages";

export interface LabelName {
  readonly id: string;
  readonly kind: LabelKind;
  readonly name: Bilingual;
}

/** A label on a target. */
export interface TargetLabel extends LabelName {
  /** The running number in a plan; "" if it has none. */
  readonly number: string;
}

/** A label as the office edits it. */
export interface LabelEntry extends LabelName {
  /** Blank where the Chinese name is shown. */
  readonly nameEn: string;
  readonly version: number;
  readonly isRetired: boolean;
  /** Targets that have it, whatever their state. */
  readonly targets: number;
}

/** The form of a target's labels. */
export interface LabelForm {
  readonly version: number;
  /** Field name → text. */
  readonly values: Readonly<Record<string, string>>;
  readonly choices: readonly LabelName[];
}
