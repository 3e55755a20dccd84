// The author of a report or a decision in the reader's language.
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames, Signatory } from "@/lib/views/account";

/** The name of the person, or of the office where the reader does not see names. */
export function signatoryText(signatory: Signatory, person: PersonNames, lang: Language): string {
  return "name" in signatory ? person(signatory.name) : signatory.office[lang];
}
