// The slides of the wall's lists: targets in trouble, changed lights, and what is due.
import "server-only";
import { createElement } from "react";
import { miniChartOf } from "@/lib/charts/model/mini-chart-of";
import { lightShape } from "@/lib/charts/svg/light-shapes";
import { MiniFigure } from "@/lib/charts/svg/mini-figure";
import { isOverdue } from "@/lib/domain/targets/standing";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { type Html, html, markup } from "@/lib/http/html";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { toStaticMarkup } from "@/lib/markup/static-markup";
import type { Wall } from "@/lib/server/wall/data";
import type { Excerpt, TargetRow } from "@/lib/views/target";
import { formatExpected } from "@/lib/wording/format-expected";
import { formatGap } from "@/lib/wording/format-gap";
import { formatReported } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";
import { formatSteps } from "@/lib/wording/format-steps";
import { listPages, textScale } from "./pages";
import { heading, lightSign, nameOf, partOf } from "./parts";

interface List {
  readonly title: string;
  readonly kind: "trouble" | "change" | "due";
  readonly all: Excerpt<unknown>;
  readonly rows: readonly Html[];
}

function reading(row: TargetRow, lang: Language): Html {
  const t = getTranslator(lang);
  const steps = formatSteps(row, lang);
  if (steps !== null) return html`<strong>${steps}</strong>`;
  const expected = formatExpected(row, lang);
  const facts = t("overview.ofPromise", { value: formatReported(row, lang), promise: formatPromise(row, lang) });
  return html`${facts}${expected === null ? null : html`<br>${t("overview.expected", { value: expected })}`}`;
}

function troubleRow(row: TargetRow, lang: Language): Html {
  const t = getTranslator(lang);
  const { light, freshness } = row.standing;
  const figure = markup(
    toStaticMarkup(createElement(MiniFigure, { model: miniChartOf(row, lang), width: 320, height: 20 })),
  );
  const gap = formatGap(row, lang);
  const notes = [
    ...(gap === null ? [] : [html`<span>${t("overview.gap")} ${gap}</span>`]),
    ...(isOverdue(freshness) ? [html`<span class="late">${t("wall.late")}</span>`] : []),
  ];
  return html`<li>${nameOf(row, lang)}<div class="value">${figure}<p>${reading(row, lang)}</p></div>
    <div class="standing">${lightSign(light, lang, lightShape(light, freshness))}${notes}</div></li>`;
}

/** What the two lines across a bar mean. */
function keyOf(lang: Language): Html {
  const t = getTranslator(lang);
  return html`<span class="key"><span><i class="expected"></i>${t("chart.expected")}</span><span><i></i>${t("chart.target")}</span></span>`;
}

function listsOf({ overview: { attention, changes, dueSoon } }: Wall, lang: Language): List[] {
  const t = getTranslator(lang);
  return [
    {
      title: t("wall.attention"),
      kind: "trouble",
      all: attention,
      rows: attention.shown.map(({ row }) => troubleRow(row, lang)),
    },
    {
      title: t("wall.changes"),
      kind: "change",
      all: changes,
      rows: changes.shown.map(
        ({ row, before, after }) =>
          html`<li>${nameOf(row, lang)}<div>${lightSign(before, lang)}</div><div>→</div><div>${lightSign(after, lang)}</div></li>`,
      ),
    },
    {
      title: t("wall.due"),
      kind: "due",
      all: dueSoon,
      rows: dueSoon.shown.map(
        ({ row, on, step, isAssumed }) =>
          html`<li>${nameOf(row, lang)}<div>${formatIsoDate(on, lang)}${isAssumed ? html`<small>${t("target.assumed")}</small>` : null}</div>
          <div>${step === null ? t("wall.target") : step[lang]}</div></li>`,
      ),
    },
  ];
}

export function listSlides(wall: Wall, lang: Language): Html[] {
  const t = getTranslator(lang);
  return listPages(listsOf(wall, lang)).map((page) => {
    const lists = page.parts.map(
      ({ list: { title, kind, all }, rows }) =>
        html`${heading(title, partOf(all, page.index, page.count, t), kind === "trouble" ? keyOf(lang) : null)}<ol class="rows ${kind}" style="flex-grow:${rows.length}">${rows}</ol>`,
    );
    return html`<section style="--scale:${textScale(page)}">${lists}</section>`;
  });
}
