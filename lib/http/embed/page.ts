// A figure as a standalone page for frames on other sites: no cookie and nothing to load. Its scripts show the readings of
// a day, and report the height of the figure to the embedding page.
import "server-only";
import type { FileTheme, Typeface } from "@/lib/charts/layout/figure-choices";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { chartToSvg } from "@/lib/exports/svg";
import { type Html, html, markup } from "@/lib/http/html";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { placesIn, tooltipOf } from "./readings";
import { HEIGHT_SCRIPT, TOOLTIP_SCRIPT } from "./scripts";

/** The fonts of the pages (app/globals.css), and serifs of the same systems. */
const FONTS: Readonly<Record<Typeface, string>> = {
  sans: `"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif`,
  serif: `"Songti SC","SimSun","Noto Serif SC","Noto Serif CJK SC",serif`,
};

const COLOURS: Readonly<Record<FileTheme, Readonly<Record<"ground" | "ink" | "link" | "edge", string>>>> = {
  screen: { ground: "#fff", ink: "#1c1b19", link: "#7a1f1f", edge: "#8a877f" },
  wall: { ground: "#1b1b19", ink: "#eceae4", link: "#f0a9a0", edge: "#8d8a80" },
  print: { ground: "#fff", ink: "#000", link: "#000", edge: "#5c5a55" },
  grey: { ground: "#fff", ink: "#000", link: "#000", edge: "#5c5a55" },
};

interface Framed {
  readonly lang: Language;
  readonly theme: FileTheme;
  readonly typeface: Typeface;
  readonly title: string;
  readonly body: Html;
  readonly scripts: readonly string[];
}

function framePage({ lang, theme, typeface, title, body, scripts }: Framed): string {
  const { ground, ink, link, edge } = COLOURS[theme];
  const style = `
:root{color-scheme:${theme === "wall" ? "dark" : "light"}}
body{margin:0;background:${ground};color:${ink};font:14px/1.5 ${FONTS[typeface]};font-variant-numeric:tabular-nums}
main{max-width:960px;margin:auto;padding:8px}
figure{margin:0}svg{display:block;width:100%;height:auto;font-family:inherit}
.wide{display:none}@media(min-width:560px){.wide{display:block}.narrow{display:none}}
figcaption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.plot{position:relative}
.rule{position:absolute;box-sizing:border-box;border:1px solid ${edge};pointer-events:none}.rule.line{width:0!important;border-width:0 0 0 1px}
.tip{position:absolute;max-width:min(18rem,45%);padding:6px 10px;border:1px solid ${edge};background:${ground};font-size:13px;pointer-events:none}
.tip dl,.tip dd,.tip p{margin:0}.tip dl>div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}[hidden]{display:none!important}
@media(max-width:640px){.tip{box-sizing:border-box;padding:3px 5px;font-size:11px;line-height:1.3;overflow-wrap:anywhere}.tip.at-line{max-width:20%}.tip>p{display:none}}
main>p{margin:8px 4px}a{color:${link};text-underline-offset:2px}`;
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${title}</title><style>${markup(style)}</style></head>
<body><main>${body}</main>${scripts.map((one) => html`<script>${markup(one)}</script>`)}</body></html>`.html;
}

const PHONE_WIDTH = 360;
const DESK_WIDTH = 800;

export interface EmbedOptions {
  readonly theme: FileTheme;
  /** Fixed if the frame's URL has a size; otherwise one drawing for phones and one for wider frames. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

function drawings(model: ChartModel, { theme, size }: EmbedOptions): Html {
  const drawn = (one: { width: number; height: number }, className: string) =>
    html`<div class="${className}" data-places="${placesIn(model, one)}">${markup(chartToSvg(model, { ...one, theme }))}</div>`;
  if (size !== null) return drawn({ width: size.width, height: size.height }, "sized");
  const at = (width: number, className: string) => drawn({ width, height: figureHeight(model, width) }, className);
  return html`${at(PHONE_WIDTH, "narrow")}${at(DESK_WIDTH, "wide")}`;
}

/**
 * The figure includes title, unit, source, as-of date and the sample caption.
 * @param page the URL of the figure's own page.
 */
export function embedPage(model: ChartModel, page: string, options: EmbedOptions): string {
  const t = getTranslator(model.lang);
  const caption = [model.title, ...model.table.notes].filter(Boolean).join(" · ");
  const link = html`<a href="${page}" target="_blank" rel="noopener">${t("embed.more")}</a>`;
  const tooltip = tooltipOf(model);
  const plot =
    tooltip === null
      ? drawings(model, options)
      : html`<div class="plot" role="group" aria-label="${model.title}">${drawings(model, options)}<div class="rule" hidden></div>${tooltip}</div>`;
  const body = html`<figure>${plot}<figcaption>${caption}</figcaption></figure><p>${link} · ${t("app.title")}</p>`;
  const scripts = tooltip === null ? [HEIGHT_SCRIPT] : [HEIGHT_SCRIPT, TOOLTIP_SCRIPT];
  const { lang, title, typeface = "sans" } = model;
  return framePage({ lang, theme: options.theme, typeface, title, body, scripts });
}

export function embedNotFoundPage(lang: Language, theme: FileTheme): string {
  const t = getTranslator(lang);
  const body = html`<p>${t("embed.missing")}</p><p>${t("app.title")}</p>`;
  return framePage({ lang, theme, typeface: "sans", title: t("embed.missing"), body, scripts: [HEIGHT_SCRIPT] });
}
