// The wall as one page: its slides, and the texts of its script. Without script all slides are below each other.
import "server-only";
import type { FileTheme } from "@/lib/charts/layout/figure-choices";
import { LIGHT_SHAPES, lightShape } from "@/lib/charts/svg/light-shapes";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { isOverdue } from "@/lib/domain/targets/standing";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { chartToSvg } from "@/lib/exports/svg";
import { type Html, html, markup } from "@/lib/http/html";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator, type Translator } from "@/lib/i18n/translator";
import type { Wall } from "@/lib/server/wall/data";
import type { Excerpt, TargetRow } from "@/lib/views/target";
import { formatGap } from "@/lib/wording/format-gap";
import { formatLatest } from "@/lib/wording/format-latest";
import { withAssumption } from "@/lib/wording/provenance-marks";
import { WALL_STYLE } from "./style";

export interface WallOptions {
  readonly lang: Language;
  readonly theme: FileTheme;
  /** The duration of a slide. */
  readonly seconds: number;
  readonly today: IsoDate;
}

const ROWS_A_SLIDE = 9;
const BOARDS_A_SLIDE = 4;

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function light(value: Light, lang: Language, shape = LIGHT_SHAPES[value]): Html {
  return html`<span class="light ${value}"><i aria-hidden="true">${shape}</i> ${getTranslator(lang)(`lights.${value}`)}</span>`;
}

function standing({ standing: { light: value, freshness } }: TargetRow, { lang }: WallOptions): Html {
  const t = getTranslator(lang);
  const isLate = isOverdue(freshness);
  const late = isLate ? html` <b class="late">${t("wall.late")}</b>` : null;
  return html`${light(value, lang, lightShape(value, freshness))}${late}`;
}

function slide(title: string, body: Html, part = ""): Html {
  return html`<section><h2>${title} <small>${part}</small></h2>${body}</section>`;
}

/** The total, the number shown if it is less, and the position of the slide. */
function partOf({ total, shown }: Excerpt<unknown>, index: number, slides: number, t: Translator): string {
  const cut = total > shown.length ? [t("wall.first", { count: shown.length })] : [];
  return [String(total), ...cut, ...(slides > 1 ? [`${index + 1}/${slides}`] : [])].join(" · ");
}

/** A list on as many slides as it needs; an empty one is stated on one slide. */
function listSlides(title: string, none: string, { total, shown }: Excerpt<Html>, t: Translator): Html[] {
  if (shown.length === 0) return [slide(title, html`<p class="none">${none}</p>`)];
  const pages = chunks(shown, ROWS_A_SLIDE);
  return pages.map((page, index) =>
    slide(title, html`<table><tbody>${page}</tbody></table>`, partOf({ total, shown }, index, pages.length, t)),
  );
}

function drawn<T>({ total, shown }: Excerpt<T>, draw: (one: T) => Html): Excerpt<Html> {
  return { total, shown: shown.map(draw) };
}

function row(target: TargetRow, lang: Language, ...cells: readonly Html[]): Html {
  const tail = cells.map((cell) => html`<td>${cell}</td>`);
  return html`<tr><th scope="row">${target.title[lang]}<small>${target.owner.name[lang]}</small></th>${tail}</tr>`;
}

function firstSlide({ overview, lights }: Wall, { lang }: WallOptions): Html {
  const t = getTranslator(lang);
  const { counts, total, worst } = overview;
  const all = t("wall.total", { count: total });
  const cut = t("wall.worst", { count: worst.shown.length });
  const part = worst.total > worst.shown.length ? `${all} · ${cut}` : all;
  const tiles = LIGHTS.filter((one) => counts[one] > 0).map(
    (one) => html`<li><b>${counts[one]}</b>${light(one, lang)}</li>`,
  );
  const figure = markup(chartToSvg(lights, { width: 800, height: 490, theme: "page" }));
  return html`<section><h2>${t("wall.departments")} <small>${part}</small></h2>
    <div class="first"><ul>${tiles}</ul><figure>${figure}</figure></div></section>`;
}

function slidesOf(wall: Wall, options: WallOptions): Html[] {
  const { lang } = options;
  const t = getTranslator(lang);
  const { attention, changes, dueSoon } = wall.overview;
  const boards = chunks(wall.schedules.shown, BOARDS_A_SLIDE);
  return [
    firstSlide(wall, options),
    ...listSlides(
      t("wall.attention"),
      t("wall.attentionNone"),
      drawn(attention, ({ row: target }) => {
        const latest = html`${formatLatest(target, lang) ?? "—"}`;
        const gap = html`${formatGap(target, lang) ?? ""}`;
        return row(target, lang, latest, standing(target, options), gap);
      }),
      t,
    ),
    ...listSlides(
      t("wall.changes"),
      t("wall.changesNone"),
      drawn(changes, ({ row: target, before, after }) =>
        row(target, lang, light(before, lang), html`→`, light(after, lang)),
      ),
      t,
    ),
    ...listSlides(
      t("wall.due"),
      t("wall.dueNone"),
      drawn(dueSoon, ({ row: target, on, step, isAssumed }) =>
        row(
          target,
          lang,
          html`${withAssumption(formatIsoDate(on, lang), isAssumed, lang)}`,
          html`${step === null ? t("wall.target") : step[lang]}`,
        ),
      ),
      t,
    ),
    ...boards.map((board, index) => {
      const figures = board.map(
        (model) => html`<figure>${markup(chartToSvg(model, { width: 620, height: 274, theme: "page" }))}</figure>`,
      );
      return slide(
        t("wall.schedules"),
        html`<div class="boards">${figures}</div>`,
        partOf(wall.schedules, index, boards.length, t),
      );
    }),
  ];
}

/** The whole page. Its script shows one slide after another and reloads the page every minute. */
export function wallPage(wall: Wall, options: WallOptions): string {
  const { lang, theme, seconds, today } = options;
  const t = getTranslator(lang);
  const notice = wall.hasSamples ? html`<strong class="late">${t("wall.samples")}</strong>` : null;
  const page = html`<!doctype html>
<html lang="${lang}" data-theme="${theme}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${t("wall.title")}</title><style>${markup(WALL_STYLE)}</style><script src="/wall.js" defer></script></head>
<body data-seconds="${seconds}" data-offline="${t.raw("wall.offline")}" data-pages="${t.raw("wall.pages")}">
<header><h1><a href="/">${t("wall.title")}</a></h1><p>${t("wall.day", { day: formatIsoDate(today, lang) })} ${notice}</p>
<button type="button" id="full" hidden>${t("wall.fullScreen")}</button></header>
<main id="slides">${slidesOf(wall, options)}</main>
<footer><p id="state" role="status"></p><p id="place"></p></footer></body></html>`;
  return page.html;
}
