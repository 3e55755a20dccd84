import Negotiator from "negotiator";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "./languages";

/** Any Chinese (zh, zh-TW, zh-Hans-CN) is served as zh-CN and any English as en. The first wins a tie. */
const BY_PRIMARY_TAG: Readonly<Record<string, Language>> = { zh: "zh-CN", en: "en" };

/** The language of the response: the user's choice, or the best match of Accept-Language, or the default. */
export function negotiateLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const request = { headers: { "accept-language": acceptLanguage ?? undefined } };
  const best = new Negotiator(request).language(Object.keys(BY_PRIMARY_TAG));
  return BY_PRIMARY_TAG[best ?? ""] ?? DEFAULT_LANGUAGE;
}
