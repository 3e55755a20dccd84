import type { SlipRule } from "@/lib/domain/instructions/propose-slip";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import type { Light } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";

export interface RulesView {
  readonly inForce: RuleSet;
  readonly slips: readonly EditableSlipRule[];
  /** Of all rules together. */
  readonly version: string;
}

export interface LightChange {
  readonly code: string;
  readonly title: Bilingual;
  readonly before: Light;
  readonly after: Light;
}

export interface RulesPreview {
  /** All targets whose light would change. */
  readonly count: number;
  /** The first of them by code. */
  readonly changes: readonly LightChange[];
}

export interface EditableSlipRule extends SlipRule {
  readonly isEnabled: boolean;
}
