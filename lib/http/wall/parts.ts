// Parts that several slides of the wall share.
import "server-only";
import type { FileTheme } from "@/lib/charts/layout/figure-choices";
import { LIGHT_SHAPES } from "@/lib/charts/svg/light-shapes";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Light } from "@/lib/domain/targets/types";
import { type Html, html } from "@/lib/http/html";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator, type Translator } from "@/lib/i18n/translator";
import type { Excerpt, TargetRow } from "@/lib/views/target";

export interface WallOptions {
  readonly lang: Language;
  readonly theme: FileTheme;
  /** The duration of a slide. */
  readonly seconds: number;
  readonly today: IsoDate;
}

/** The light as shape, colour and word. */
export function lightSign(value: Light, lang: Language, shape = LIGHT_SHAPES[value]): Html {
  return html`<span class="light ${value}"><i aria-hidden="true">${shape}</i> ${getTranslator(lang)(`lights.${value}`)}</span>`;
}

/** A target and its owner. */
export function nameOf({ title, owner }: TargetRow, lang: Language): Html {
  return html`<div class="name"><b>${title[lang]}</b><span>${owner.name[lang]}</span></div>`;
}

export function heading(title: string, part: string, key: Html | null = null): Html {
  return html`<h2>${title} <small>${part}</small>${key}</h2>`;
}

/** The total, the number shown if it is less, and the position among the pages of the list. */
export function partOf({ total, shown }: Excerpt<unknown>, index: number, pages: number, t: Translator): string {
  const cut = total > shown.length ? [t("wall.first", { count: shown.length })] : [];
  return [String(total), ...cut, ...(pages > 1 ? [`${index + 1}/${pages}`] : [])].join(" · ");
}
