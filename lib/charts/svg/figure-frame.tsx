import type { ReactNode } from "react";
import {
  type Box,
  FILE_FONTS,
  FINDING_SIZE,
  type FigureLayout,
  SWATCH_WIDTH,
  TEXT_SIZE,
} from "@/lib/charts/layout/figure-layout";
import type { ChartLogo, ChartModel } from "@/lib/charts/model/chart-model";
import { type ChartPalette, type ChartTheme, signColour } from "./chart-palette";
import { Hatch } from "./hatch";
import { LightShape } from "./light-shape";
import { Swatch } from "./swatch";

export interface FigureProps<M extends ChartModel = ChartModel> {
  readonly model: M;
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
  /** True includes title, legend, source, as-of date and sample caption, for files. */
  readonly standalone?: boolean;
  /** Makes ids unique if a page draws the same chart twice. */
  readonly idPrefix?: string;
}

/** The unique id of the forecast's hatch pattern. */
export function hatchId(props: Pick<FigureProps, "model" | "width" | "idPrefix">): string {
  return `${props.idPrefix ?? "chart"}-${props.model.key}-${props.width}-hatch`.replace(/[^\w-]/g, "_");
}

interface FrameProps extends FigureProps {
  readonly layout: FigureLayout;
  readonly palette: ChartPalette;
  readonly children: ReactNode;
}

const PAGE_FONT = "inherit";

interface FindingLightProps extends NonNullable<FigureLayout["light"]> {
  readonly palette: ChartPalette;
}

/** The light after the finding; a stale green one is hollow. */
function FindingLight({ light, isStale, label, x, y, palette }: FindingLightProps) {
  const colour = isStale ? palette.muted : signColour(light, palette);
  return (
    <g>
      <LightShape light={isStale ? "no-report" : light} x={x + 6} y={y - 4} r={5} palette={palette} color={colour} />
      <text x={x + 16} y={y} fontSize={FINDING_SIZE} fontWeight={700} fill={palette.strong}>
        {label}
      </text>
    </g>
  );
}

/** Office programs read the older attribute for the address of a picture. */
function Logo({ logo, at }: { readonly logo: ChartLogo; readonly at: Box }) {
  return (
    <image
      xmlnsXlink="http://www.w3.org/1999/xlink"
      xlinkHref={logo.url}
      x={at.left}
      y={at.top}
      width={at.width}
      height={at.height}
    />
  );
}

/** The frame of the plot: background, header, legend and footer, positioned by the layout. */
export function FigureFrame(props: FrameProps) {
  const { model, layout, palette, theme, standalone = false, children } = props;
  const hatch = hatchId(props);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      role="img"
      aria-label={model.description}
      lang={model.lang}
      fontFamily={theme === "page" ? PAGE_FONT : FILE_FONTS[model.typeface ?? "sans"]}
      fontSize={TEXT_SIZE}
      fill={palette.strong}
    >
      <defs>
        <Hatch id={hatch} palette={palette} />
      </defs>
      {standalone && <rect width={layout.width} height={layout.height} fill={palette.ground} />}
      {layout.texts.map((text) => (
        <text
          key={text.key}
          x={text.x}
          y={text.y}
          fontSize={text.size}
          fontWeight={text.bold ? 700 : 400}
          fill={palette[text.tone]}
        >
          {text.text}
        </text>
      ))}
      {model.logo !== undefined && layout.logo !== null && <Logo logo={model.logo} at={layout.logo} />}
      {layout.light !== null && <FindingLight {...layout.light} palette={palette} />}
      {layout.legend.map((item) => (
        <g key={item.key}>
          <Swatch swatch={item.swatch} mark={item.mark} x={item.x} y={item.y - 4} palette={palette} hatch={hatch} />
          <text x={item.x + SWATCH_WIDTH + 6} y={item.y} fill={palette.muted}>
            {item.label}
          </text>
        </g>
      ))}
      {children}
    </svg>
  );
}
