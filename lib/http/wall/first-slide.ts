// The first slide of the wall: the number of targets with each light, in all and by department.
import "server-only";
import type { LightsRow } from "@/lib/charts/model/rows-chart-types";
import { LIGHT_SHAPES } from "@/lib/charts/svg/light-shapes";
import { LIGHTS } from "@/lib/domain/targets/types";
import { type Html, html } from "@/lib/http/html";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { Wall } from "@/lib/server/wall/data";
import { heading, lightSign } from "./parts";

/** Names take 26 of the 82 rem to the right of the counts, 4 are for the total. */
function bar({ label, total, segments }: LightsRow, longest: number): Html {
  const parts = segments.map(
    ({ light, label: word, count }) =>
      html`<span class="segment ${light}" style="flex-grow:${count}" title="${word}"><i>${LIGHT_SHAPES[light]}</i> ${count}</span>`,
  );
  const said = segments.map(({ label: word, count }) => `${word} ${count}`).join(", ");
  return html`<li><b>${label}</b><span class="bar" role="img" aria-label="${said}" style="width:${(total / longest) * 100}%">${parts}</span><em>${total}</em></li>`;
}

/** What the lists without a page say. */
function emptyLists({ overview: { attention, changes, dueSoon } }: Wall, lang: Language): Html[] {
  const t = getTranslator(lang);
  const said = [
    attention.shown.length === 0 ? t("wall.attentionNone") : null,
    changes.shown.length === 0 ? t("wall.changesNone") : null,
    dueSoon.shown.length === 0 ? t("wall.dueNone") : null,
  ];
  return said.filter((text) => text !== null).map((text) => html`<li class="none">${text}</li>`);
}

export function firstSlide(wall: Wall, lang: Language): Html {
  const t = getTranslator(lang);
  const { overview, lights } = wall;
  const { counts, total, worst } = overview;
  const all = t("wall.total", { count: total });
  const cut = t("wall.worst", { count: worst.shown.length });
  const tiles = LIGHTS.filter((one) => counts[one] > 0).map(
    (one) => html`<li><b>${counts[one]}</b>${lightSign(one, lang)}</li>`,
  );
  const longest = Math.max(1, ...lights.rows.map((row) => row.total));
  const bars = lights.rows.map((row) => bar(row, longest));
  const none = lights.emptyLabel === null ? null : html`<li class="none">${lights.emptyLabel}</li>`;
  return html`<section>${heading(t("wall.departments"), worst.total > worst.shown.length ? `${all} · ${cut}` : all)}
    <div class="first"><ul class="tiles">${tiles}${emptyLists(wall, lang)}</ul><ul class="bars">${bars}${none}</ul></div></section>`;
}
