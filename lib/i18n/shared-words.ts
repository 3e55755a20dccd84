// The words of the vocabulary that pages, charts, bulletins and files share. messages/*.json holds each of them once.
import type { StepState } from "@/lib/charts/model/chart-model";
import type {
  BaselineOrigin,
  Comparator,
  Freshness,
  Light,
  MetricKind,
  TargetState,
  UnknownReason,
} from "@/lib/domain/targets/types";
import english from "@/messages/en.json";
import chinese from "@/messages/zh-CN.json";
import type { Language } from "./languages";

type Words<Key extends string> = Readonly<Record<Key, string>>;

export interface SharedWords {
  readonly lights: Words<Light>;
  readonly freshness: Words<Freshness>;
  readonly targetStates: Words<TargetState>;
  readonly metricKinds: Words<MetricKind>;
  readonly comparators: Words<Comparator>;
  readonly baselineOrigins: Words<BaselineOrigin>;
  readonly unknownReasons: Words<UnknownReason>;
  readonly stepStates: Words<StepState>;
}

/** Nothing else of a language's messages: who spreads these words does not carry a whole language about. */
function picked(messages: SharedWords): SharedWords {
  const { lights, freshness, targetStates, metricKinds, comparators, baselineOrigins, unknownReasons, stepStates } =
    messages;
  return { lights, freshness, targetStates, metricKinds, comparators, baselineOrigins, unknownReasons, stepStates };
}

const WORDS: Readonly<Record<Language, SharedWords>> = { "zh-CN": picked(chinese), en: picked(english) };

export function sharedWords(lang: Language): SharedWords {
  return WORDS[lang];
}

/** A word that stands by itself: its first letter large. Chinese has none. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
