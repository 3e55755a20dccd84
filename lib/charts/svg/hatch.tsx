import type { ChartPalette } from "./chart-palette";

/** Hatching for forecasts only. */
export function Hatch({ id, palette }: { readonly id: string; readonly palette: ChartPalette }) {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse">
      <rect width={6} height={6} fill={palette.forecast} fillOpacity={0.08} />
      <path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" stroke={palette.forecast} strokeOpacity={0.45} strokeWidth={0.8} />
    </pattern>
  );
}
