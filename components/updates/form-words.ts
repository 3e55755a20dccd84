import type { EvidenceWords } from "@/components/evidence/evidence-files";
import type { Light } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";

/** The words of the report form, handed to the browser as one object. */
export interface FormWords {
  readonly lang: Language;
  readonly asOf: string;
  readonly value: string;
  readonly place: string;
  /** What a typed number is read as, with {value}. */
  readonly readAs: string;
  readonly numerator: string;
  readonly denominator: string;
  /** A ratio's published value, in place of its two parts. */
  readonly percentage: string;
  readonly yes: string;
  readonly no: string;
  readonly steps: string;
  readonly stepDone: string;
  readonly note: string;
  readonly correctionNote: string;
  readonly problems: string;
  readonly nextStep: string;
  readonly evidence: string;
  readonly preview: string;
  readonly previewNone: string;
  readonly save: string;
  readonly submit: string;
  readonly working: string;
  readonly saved: string;
  readonly submitted: string;
  readonly invalid: string;
  readonly forbidden: string;
  readonly signedOut: string;
  readonly changed: string;
  readonly back: string;
  readonly toTarget: string;
  readonly files: EvidenceWords;
  readonly conflicts: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly lights: Readonly<Record<Light, string>>;
}
