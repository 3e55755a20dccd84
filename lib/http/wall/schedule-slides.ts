// The slides of the wall with schedules: the steps of milestone targets against their planned days.
import "server-only";
import { createElement } from "react";
import { ChartFigure } from "@/lib/charts/svg/chart-figure";
import { STEP_LIGHTS } from "@/lib/charts/svg/chart-palette";
import { LIGHT_SHAPES } from "@/lib/charts/svg/light-shapes";
import { cleanLine, cleanTexts } from "@/lib/domain/text/clean-text";
import { type Html, html, markup } from "@/lib/http/html";
import type { Language } from "@/lib/i18n/languages";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { toStaticMarkup } from "@/lib/markup/static-markup";
import type { Schedule, Wall } from "@/lib/server/wall/data";
import { formatReported } from "@/lib/wording/format-latest";
import { formatSteps } from "@/lib/wording/format-steps";
import { balancedPages } from "./pages";
import { heading, nameOf, partOf } from "./parts";

/** Four schedules in two columns; two below each other where one has many steps. */
const BOARDS_A_PAGE = 4;
const MANY_STEPS = 8;

/** The sizes of one figure by the number on its page, in units of which 59.3 fit 1/120 of the width: text is legible. */
const FIGURES: Readonly<Record<number, { readonly width: number; readonly height: number }>> = {
  1: { width: 980, height: 390 },
  2: { width: 980, height: 170 },
  3: { width: 980, height: 100 },
  4: { width: 474, height: 168 },
};

function board({ row, model }: Schedule, count: number, lang: Language): Html {
  const size = FIGURES[count] ?? FIGURES[4];
  const figure = createElement(ChartFigure, {
    model: cleanTexts(model, cleanLine),
    ...{ width: 474, height: 168, ...size },
    theme: "page",
  });
  return html`<article><header>${nameOf(row, lang)}<strong>${formatSteps(row, lang) ?? formatReported(row, lang)}</strong></header>
    ${markup(toStaticMarkup(figure))}</article>`;
}

/** The signs of the steps on a page, and what an asterisk means. */
function legend(shown: readonly Schedule[], lang: Language): Html {
  const t = getTranslator(lang);
  const states = (["done", "done-late", "overdue", "planned"] as const).filter((state) =>
    shown.some(({ model }) => model.rows.some((row) => row.state === state)),
  );
  const signs = states.map(
    (state) =>
      html`<span class="light ${STEP_LIGHTS[state]}"><i aria-hidden="true">${LIGHT_SHAPES[STEP_LIGHTS[state]]}</i> ${t(`stepStates.${state}`)}</span>`,
  );
  const isAssumed = shown.some(({ model }) => model.rows.some((row) => row.isAssumed));
  return html`<p class="legend">${signs}${isAssumed ? html`<span>${capitalized(t("chart.assumedSteps"))}</span>` : null}</p>`;
}

export function scheduleSlides({ schedules }: Wall, lang: Language): Html[] {
  const t = getTranslator(lang);
  const hasMany = schedules.shown.some(({ model }) => model.rows.length > MANY_STEPS);
  const pages = balancedPages(schedules.shown, hasMany ? BOARDS_A_PAGE / 2 : BOARDS_A_PAGE);
  return pages.map((shown, index) => {
    const title = heading(t("wall.schedules"), partOf(schedules, index, pages.length, t));
    const boards = shown.map((one) => board(one, shown.length, lang));
    return html`<section>${title}<div class="boards of-${shown.length}">${boards}</div>${legend(shown, lang)}</section>`;
  });
}
