import type { SlipRule } from "@/lib/domain/instructions/propose-slip";
import type { Light, RuleSet } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";

export interface RulesView {
  readonly inForce: RuleSet;
  readonly slips: readonly EditableSlipRule[];
}

export interface LightChange {
  readonly code: string;
  readonly title: Bilingual;
  readonly before: Light;
  readonly after: Light;
}

export interface EditableSlipRule extends SlipRule {
  readonly isEnabled: boolean;
}
