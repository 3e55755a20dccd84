// The style of the wall. Every length depends on the width, so that 1920 and 3840 pixels show the same picture.
import "server-only";
import { FILE_THEMES, type FileTheme } from "@/lib/charts/layout/figure-choices";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
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
  return `color-scheme:${theme === "wall" ? "dark" : "light"};--ground:${ground};--ink:${strong};--soft:${muted};--rule:${grid};--notice:${notice};${[...lights, ...ofCharts].join(";")}`;
}

/** A dark wall is printed as dark ink on white paper. */
const THEMES = FILE_THEMES.map((theme) => `:root[data-theme="${theme}"]{${colours(theme)}}`);
const ON_PAPER = `:root[data-theme]{${colours("print")}}.running section,section{display:block;break-after:page}section:last-of-type{break-after:auto}header button,footer{display:none}`;

export const WALL_STYLE = `
${THEMES.join("\n")}
html{font-size:calc(100vw / 120)}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--ground);color:var(--ink);
font:1rem/1.45 "PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif}
header,footer{display:flex;align-items:baseline;gap:2rem;padding:1rem 3rem}
header{border-bottom:1px solid var(--rule)}footer{justify-content:space-between;color:var(--soft);min-height:1.5rem}
h1{font-size:1.8rem;margin:0}h1 a{color:inherit;text-decoration:none}header p,footer p{margin:0}
header button{margin-left:auto;font:inherit;color:inherit;background:none;border:1px solid var(--soft);padding:.2rem 1rem}
#slides{flex:1;padding:1rem 3rem}
h2{font-size:2.2rem;margin:0 0 1rem}h2 small{font-size:1.3rem;font-weight:400;color:var(--soft)}
.running section{display:none}.running section.shown{display:block}
table{width:100%;border-collapse:collapse}tr{border-bottom:1px solid var(--rule)}
th,td{padding:.7rem 1rem .7rem 0;font-size:1.7rem;text-align:left;font-weight:400;vertical-align:baseline;font-variant-numeric:tabular-nums}
td{white-space:nowrap}th small{display:block;font-size:1.1rem;color:var(--soft)}
.none{font-size:2rem;color:var(--soft)}.late{color:var(--notice)}
.light i{font-style:normal}
${LIGHTS.map((light) => `.light.${light} i{color:var(--${light})}`).join("")}
.first{display:grid;grid-template-columns:26rem 1fr;gap:3rem}
.first ul{list-style:none;margin:0;padding:0;display:grid;gap:.4rem;align-content:start}
.first li{display:grid;grid-template-columns:8rem 1fr;align-items:baseline;font-size:1.7rem}
.first li b{font-size:3.6rem;line-height:1.15;text-align:right;padding-right:1.5rem;font-variant-numeric:tabular-nums}
figure{margin:0}svg{display:block;width:100%;height:auto;font-family:inherit;overflow:visible}
.boards{display:grid;grid-template-columns:1fr 1fr;gap:1rem 2rem}
@page{size:A4 landscape;margin:12mm}
@media print{${ON_PAPER}}`;
