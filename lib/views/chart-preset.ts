/** Named options of the chart studio. */
export interface ChartPreset {
  readonly id: string;
  readonly name: string;
  /** Null for the supervision office. */
  readonly owner: { readonly slug: string; readonly name: string; readonly nameEn: string } | null;
  readonly isShared: boolean;
  readonly options: string;
  readonly logoKey: string | null;
  readonly canWrite: boolean;
}

/** The presets that a signed-in user may use, and the offices for which they may save more. */
export interface ChartPresets {
  readonly presets: readonly ChartPreset[];
  readonly owners: readonly ChartPreset["owner"][];
}
