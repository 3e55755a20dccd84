// A figure as a standalone page for frames on other sites: no cookie, nothing to load, and one script that only
// reports the height of the figure to the embedding page.
import "server-only";
import { createHash } from "node:crypto";
import type { FileTheme } from "@/lib/charts/layout/figure-choices";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { chartToSvg } from "@/lib/exports/svg";
import { type Html, html, markup } from "@/lib/http/html";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

const COLOURS: Readonly<Record<FileTheme, { readonly ground: string; readonly ink: string; readonly link: string }>> = {
  screen: { ground: "#fff", ink: "#1c1b19", link: "#7a1f1f" },
  wall: { ground: "#1b1b19", ink: "#eceae4", link: "#f0a9a0" },
  print: { ground: "#fff", ink: "#000", link: "#000" },
  grey: { ground: "#fff", ink: "#000", link: "#000" },
};

function framePage(lang: Language, theme: FileTheme, title: string, body: Html): string {
  const { ground, ink, link } = COLOURS[theme];
  const style = `
:root{color-scheme:${theme === "wall" ? "dark" : "light"}}
body{margin:0;background:${ground};color:${ink};font:14px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:960px;margin:auto;padding:8px}
figure{margin:0}svg{display:block;width:100%;height:auto;font-family:system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
.wide{display:none}@media(min-width:560px){.wide{display:block}.narrow{display:none}}
figcaption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
p{margin:8px 4px}a{color:${link};text-underline-offset:2px}`;
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${title}</title><style>${markup(style)}</style></head>
<body><main>${body}</main><script>${markup(HEIGHT_SCRIPT)}</script></body></html>`.html;
}

/** Allowed by its hash, so that nothing else can run. */
const HEIGHT_SCRIPT =
  "if(parent!==self)new ResizeObserver(()=>parent.postMessage({guatuHeight:document.documentElement.offsetHeight},'*')).observe(document.documentElement)";
export const SCRIPT_HASH = `'sha256-${createHash("sha256").update(HEIGHT_SCRIPT).digest("base64")}'`;

const PHONE_WIDTH = 360;
const DESK_WIDTH = 800;

export interface EmbedOptions {
  readonly theme: FileTheme;
  /** Fixed if the frame's URL has a size; otherwise one drawing for phones and one for wider frames. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

function drawings(model: ChartModel, { theme, size }: EmbedOptions): Html {
  const drawn = (one: { width: number; height: number }) => markup(chartToSvg(model, { ...one, theme }));
  if (size !== null) return drawn({ width: size.width, height: size.height });
  const at = (width: number) => drawn({ width, height: figureHeight(model, width) });
  return html`<div class="narrow">${at(PHONE_WIDTH)}</div><div class="wide">${at(DESK_WIDTH)}</div>`;
}

/**
 * The figure includes title, unit, source, as-of date and the sample caption.
 * @param page the URL of the figure's own page.
 */
export function embedPage(model: ChartModel, page: string, options: EmbedOptions): string {
  const t = getTranslator(model.lang);
  const caption = [model.title, ...model.table.notes].filter(Boolean).join(" · ");
  const link = html`<a href="${page}" target="_blank" rel="noopener">${t("embed.more")}</a>`;
  const figure = html`<figure>${drawings(model, options)}<figcaption>${caption}</figcaption></figure>`;
  return framePage(model.lang, options.theme, model.title, html`${figure}<p>${link} · ${t("app.title")}</p>`);
}

export function embedNotFoundPage(lang: Language, theme: FileTheme): string {
  const t = getTranslator(lang);
  return framePage(lang, theme, t("embed.missing"), html`<p>${t("embed.missing")}</p><p>${t("app.title")}</p>`);
}
