// What of a bulletin exists in one language only, for its signer.
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { isInOtherLanguage, isMissing } from "./as-written";
import type { Bulletin, ProseKey } from "./document";
import { OWN_SECTIONS, type SectionKey } from "./template";

export type MissingText =
  /** A text of the office or of its template. */
  | { readonly part: "text"; readonly key: ProseKey; readonly lang: Language }
  | { readonly part: "line"; readonly key: "copyTo" | "printedBy"; readonly lang: Language }
  | { readonly part: "titles"; readonly codes: readonly string[]; readonly lang: Language };

/** The texts that a bulletin has in other languages than `lang` only. */
function missingIn({ prose, template, facts }: Pick<Bulletin, "prose" | "template" | "facts">, lang: Language) {
  const keys = new Set(LANGUAGES.flatMap((one) => Object.keys(prose[one] ?? {}) as ProseKey[]));
  const fromTemplate = (["requirements", ...OWN_SECTIONS] as const).filter((key) => {
    const text = key === "requirements" ? template.requirements : template.ownTexts[key];
    return text !== undefined && template.sections.includes(key) && !keys.has(key) && isMissing(text, lang);
  });
  const codes = facts.rows.filter(({ title }) => isInOtherLanguage(title[lang], lang)).map(({ code }) => code);
  const texts = [...[...keys].filter((key) => prose[lang]?.[key] === undefined), ...fromTemplate];
  return [
    ...texts.map((key): MissingText => ({ part: "text", key, lang })),
    ...(["copyTo", "printedBy"] as const)
      .filter((key) => isMissing(template[key], lang))
      .map((key): MissingText => ({ part: "line", key, lang })),
    ...(codes.length === 0 ? [] : [{ part: "titles", codes, lang } as const]),
  ];
}

/** The texts of the office, of the template and of the targets that are written in one language only. */
export function listMissingTexts(bulletin: Pick<Bulletin, "prose" | "template" | "facts">): MissingText[] {
  return LANGUAGES.flatMap((lang) => missingIn(bulletin, lang));
}

interface UsualHeading {
  readonly key: SectionKey;
  /** The language whose version has the usual heading. */
  readonly lang: Language;
}

/** The sections whose heading was changed in one language only. */
export function listUsualHeadings({ template }: Pick<Bulletin, "template">): UsualHeading[] {
  return template.sections.flatMap((key) => {
    const heading = template.headings[key];
    return heading === undefined
      ? []
      : LANGUAGES.filter((lang) => isMissing(heading, lang)).map((lang) => ({ key, lang }));
  });
}
