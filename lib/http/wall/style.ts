// The style of the wall. Every length depends on the width, so that 1920 and 3840 pixels show the same picture.
import "server-only";
import { FILE_THEMES, type FileTheme } from "@/lib/charts/layout/figure-choices";
import { chartPalette, inkOn, signColour } from "@/lib/charts/svg/chart-palette";
import { LIGHTS } from "@/lib/domain/targets/types";

function colours(theme: FileTheme): string {
  const palette = chartPalette(theme);
  const lights = LIGHTS.map((light) => `--${light}:${signColour(light, palette)}`);
  const { lights: fills, ...tones } = palette;
  const { ground, strong, muted, grid, notice } = tones;
  const ofCharts = [
    ...Object.entries(tones).map(([tone, colour]) => `--chart-${tone}:${colour}`),
    ...Object.entries(fills).map(([light, colour]) => `--chart-light-${light}:${colour}`),
  ];
  const inks = LIGHTS.map((light) => `--on-${light}:${inkOn(light, palette)}`);
  return `color-scheme:${theme === "wall" ? "dark" : "light"};--ground:${ground};--ink:${strong};--soft:${muted};--rule:${grid};--notice:${notice};${[...lights, ...inks, ...ofCharts].join(";")}`;
}

/** A dark wall is printed as dark ink on white paper. */
const THEMES = FILE_THEMES.map((theme) => `:root[data-theme="${theme}"]{${colours(theme)}}`);
const ON_PAPER = `:root[data-theme]{${colours("print")}}.running section,section{display:block;break-after:page}section:last-of-type{break-after:auto}footer,#clock{display:none}.rows li,.bars li,article{break-inside:avoid}`;

/** Fonts whose quotes are narrow, for English titles: as in app/globals.css. */
const LATIN_MARKS = ["Helvetica Neue", "Segoe UI", "Arial", "Roboto", "Liberation Sans", "DejaVu Sans"]
  .map((font) => `local("${font}")`)
  .join(",");

/** On a phone held upright names have 17 px, and a slide is as long as its rows. */
const ON_A_PHONE = `@media screen and (max-width:1000px) and (orientation:portrait){
html,html:has(.running){font-size:10px}section{--scale:1!important}
body>header,footer,h2{flex-wrap:wrap;gap:.4rem 1.5rem}body>header,footer,#slides{padding-inline:1.6rem}
.first{grid-template-columns:1fr;gap:2rem;flex:none}.tiles{grid-template-columns:repeat(3,1fr);gap:.6rem 1rem}.tiles li:not(.none){grid-template-columns:auto 1fr;font-size:1.4rem}.tiles li b{font-size:2.4rem;padding-right:.8rem}
.bars li{grid-template-columns:1fr 3rem;gap:.2rem 1rem;padding:.5rem 0}.bars b{grid-column:1/-1}.bar{height:3rem}.segment{font-size:1.5rem;padding-inline:.3rem}
.rows,.rows li:not(.none){grid-auto-rows:auto}.rows{flex:none}.rows li{gap:.4rem 1.5rem;padding:.8rem 0;font-size:1.5rem}.trouble li,.due li{grid-template-columns:1fr}
.boards,.boards.of-4{grid-template-columns:1fr}article header{flex-wrap:wrap;gap:.2rem 1.5rem}h2 .key{margin-left:0}}`;

/**
 * One rem is 16 px at 1920 × 1080: names have at least 1.75 rem, other text 1.25. With script a slide fills the screen:
 * its rows share the height, and `--scale` enlarges the text of a page with few rows.
 */
export const WALL_STYLE = `
${THEMES.join("\n")}
html{font-size:calc(100vw / 120)}html:has(.running){font-size:min(100vw / 120,100vh / 67.5)}
@font-face{font-family:"Latin marks";src:${LATIN_MARKS};unicode-range:U+2018-2019,U+201C-201D,U+2026}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--ground);color:var(--ink);
font:1.25rem/1.3 "PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif;font-variant-numeric:tabular-nums}:root:lang(en) body{font-family:"Latin marks","PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif}
[hidden]{display:none!important}ul,ol{list-style:none;margin:0;padding:0}p,figure{margin:0}b{font-weight:400}em,i{font-style:normal}
body>header,footer{display:flex;align-items:center;gap:2rem;padding:.9rem 3rem}
body>header{align-items:baseline;border-bottom:1px solid var(--rule)}footer{color:var(--soft);min-height:2rem;padding-top:0}
h1{font-size:1.8rem;margin:0}h1 a{color:inherit;text-decoration:none}#about{font-size:1.4rem}
#clock{margin-left:auto;font-size:2.2rem}#state{flex:1}
#dots{display:flex;gap:.6rem}#dots span{width:.8rem;height:.8rem;border-radius:50%;border:1px solid var(--soft)}#dots .on{background:var(--ink);border-color:var(--ink)}
button{font:inherit;color:inherit;background:none;border:1px solid var(--soft);padding:.1rem 1rem}
#slides{flex:1;display:flex;flex-direction:column;padding:1rem 3rem}
section{--scale:1;display:flex;flex-direction:column;flex:1}.running section{display:none}.running section.shown{display:flex}
h2{font-size:2.2rem;margin:0 0 .6rem;display:flex;align-items:baseline;gap:1rem}h2 .key{margin-left:auto;display:flex;gap:2rem;font-size:1.3rem;font-weight:400;color:var(--soft)}.key i{display:inline-block;height:1.1em;border-left:3px solid var(--chart-target);margin-right:.6rem;vertical-align:-.15em}.key .expected{border-left:3px dashed var(--ink)}.rows+h2{margin-top:1.2rem}h2 small{font-size:1.4rem;font-weight:400;color:var(--soft)}
.none{font-size:1.5rem;color:var(--soft)}.late{color:var(--notice)}
${LIGHTS.map((light) => `.light.${light} i{color:var(--${light})}`).join("")}
.name b,.name span,.bars b{font-size:calc(1.75rem * var(--scale));line-height:1.25;padding-bottom:.1em;margin-bottom:-.1em;overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
.name span{color:var(--soft);-webkit-line-clamp:1}
.rows{flex:1 1 0;display:grid;grid-auto-rows:minmax(min-content,1fr)}
.rows li{display:grid;align-items:center;gap:2.5rem;padding:.2rem 0;border-top:1px solid var(--rule);font-size:calc(1.75rem * var(--scale))}
.trouble li{grid-template-columns:1fr 36rem calc(14rem + 4rem * var(--scale))}.change li{grid-template-columns:1fr auto 2rem auto}.change li>div:not(.name){min-width:calc(10rem * var(--scale))}.change li>div:nth-child(3){min-width:0!important}
.due li{grid-template-columns:1.2fr calc(15rem * var(--scale)) 1fr}.due small{display:block;font-size:.75em;color:var(--soft)}
.value p{font-size:calc(1.3rem * var(--scale))}.value strong{font-size:1.2em;font-weight:400}
.standing span{display:block}.standing .light~span{font-size:.8em}
.first{flex:1;display:grid;grid-template-columns:24rem 1fr;gap:4rem}
.tiles,.bars{display:grid;grid-auto-rows:minmax(min-content,1fr)}.tiles{align-items:center}
.tiles li:not(.none){display:grid;grid-template-columns:7rem 1fr;align-items:baseline;font-size:1.75rem}
.tiles li b{font-size:3.6rem;font-weight:700;line-height:1.1;text-align:right;padding-right:1.5rem}
.bars li{display:grid;grid-template-columns:26rem 1fr 4rem;gap:1.5rem;align-items:center}.bars em{font-size:1.75rem;text-align:right}
.bar{display:flex;gap:2px;min-width:min-content;height:min(62%,6rem)}
.segment{flex-basis:0;display:flex;align-items:center;justify-content:center;gap:.5rem;padding:.3rem .6rem;font-size:1.75rem;white-space:nowrap;border:1px solid transparent}
${LIGHTS.map((light) => `.segment.${light}{background:var(--chart-light-${light});color:var(--on-${light})}`).join("")}.segment.no-report{border-color:var(--chart-axis)}
svg{display:block;width:100%;height:auto;font-family:inherit;overflow:visible}
.boards{flex:1;display:grid;gap:1rem 4rem;grid-auto-rows:minmax(min-content,1fr)}.boards.of-4{grid-template-columns:1fr 1fr}
article{display:flex;flex-direction:column;justify-content:space-between;min-width:0;border-top:1px solid var(--rule);padding-top:.4rem}
article header{display:flex;justify-content:space-between;align-items:baseline;gap:2rem}article .name b{-webkit-line-clamp:1}article strong{font-size:1.75rem;font-weight:400;white-space:nowrap}
.of-1 .name,.of-2 .name,.of-3 .name{display:flex;gap:2rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 2.5rem;padding-top:.6rem;color:var(--soft)}.legend .light{color:var(--ink)}
${ON_A_PHONE}
@page{size:A4 landscape;margin:12mm}
@media print{${ON_PAPER}}`;
