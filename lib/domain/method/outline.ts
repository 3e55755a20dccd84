// The sections of the method page in order, with their examples. The texts are in messages, under the same keys.
import { ANSWERS, BANDS, CLIMBS, RANKS, STANDARDS, STEPS, TOTALS } from "@/lib/domain/method/figure-examples";
import {
  CLOSINGS,
  COURSES,
  GAPS,
  JUDGED,
  NOTHING_INVENTED,
  REVISIONS,
  SILENCE,
} from "@/lib/domain/method/rule-examples";

export const METHOD_EXAMPLES = {
  lights: {},
  totals: TOTALS,
  climbs: CLIMBS,
  standards: STANDARDS,
  bands: BANDS,
  ranks: RANKS,
  steps: STEPS,
  answers: ANSWERS,
  judging: JUDGED,
  course: COURSES,
  gap: GAPS,
  silence: SILENCE,
  closing: CLOSINGS,
  revisions: REVISIONS,
  forecast: {},
  never: NOTHING_INVENTED,
} as const;

export type MethodSectionKey = keyof typeof METHOD_EXAMPLES;
type KeysOf<T> = T extends unknown ? keyof T : never;
export type MethodExampleKey = KeysOf<(typeof METHOD_EXAMPLES)[MethodSectionKey]>;
