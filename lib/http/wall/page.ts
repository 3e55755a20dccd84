// The wall as one page: its slides, and the texts of its script. Without script all slides are below each other.
import "server-only";
import { CITY_TIME_ZONE } from "@/lib/domain/calendar/city-day";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { html, markup } from "@/lib/http/html";
import { getTranslator } from "@/lib/i18n/translator";
import type { Wall } from "@/lib/server/wall/data";
import { firstSlide } from "./first-slide";
import { listSlides } from "./list-slides";
import type { WallOptions } from "./parts";
import { scheduleSlides } from "./schedule-slides";
import { WALL_STYLE } from "./style";

/** The whole page. Its script shows one slide after another, runs the clock, and reloads the page every minute. */
export function wallPage(wall: Wall, options: WallOptions): string {
  const { lang, theme, seconds, today } = options;
  const t = getTranslator(lang);
  const notice = wall.hasSamples ? html`<strong class="late">${t("wall.samples")}</strong>` : null;
  const slides = [firstSlide(wall, lang), ...listSlides(wall, lang), ...scheduleSlides(wall, lang)];
  const page = html`<!doctype html>
<html lang="${lang}" data-theme="${theme}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${t("wall.title")}</title><style>${markup(WALL_STYLE)}</style><script src="/wall.js" defer></script></head>
<body data-seconds="${seconds}" data-zone="${CITY_TIME_ZONE}" data-offline="${t.raw("wall.offline")}"
data-pages="${t.raw("wall.pages")}" data-hold="${t("wall.hold")}" data-resume="${t("wall.resume")}">
<header><h1><a href="/">${t("wall.title")}</a></h1>
<p id="about">${t("wall.day", { day: formatIsoDate(today, lang) })} ${notice}</p><time id="clock" hidden></time></header>
<main id="slides">${slides}</main>
<footer><p id="state" role="status"></p><p id="dots" aria-hidden="true"></p><p id="place"></p>
<button type="button" id="hold" hidden>${t("wall.hold")}</button>
<button type="button" id="full" hidden>${t("wall.fullScreen")}</button></footer></body></html>`;
  return page.html;
}
