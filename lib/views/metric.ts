import type { Direction, MetricKind } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Excerpt, MetricFacts, TargetRow } from "@/lib/views/target";

export interface MetricEntry extends PrintedUnit {
  readonly key: string;
  readonly name: Bilingual;
  readonly kind: MetricKind;
  readonly direction: Direction;
}

export interface MetricInUse extends MetricEntry {
  readonly targets: number;
}

export interface MetricUse {
  readonly targets: number;
  readonly inForce: number;
  readonly updates: number;
}

/** A metric with its targets of all years that the reader may read, by due date. */
export interface MetricYears {
  readonly metric: MetricFacts & { readonly direction: Direction };
  readonly targets: Excerpt<TargetRow>;
}

export interface MetricDetail extends MetricEntry {
  readonly direction: Direction;
  readonly precision: number;
  readonly definition: Bilingual;
  readonly dataSource: Bilingual;
  readonly version: number;
  readonly use: MetricUse;
}
