import type { Direction, MetricKind } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";

export interface MetricEntry {
  readonly key: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly kind: MetricKind;
}

export interface MetricInUse extends MetricEntry {
  readonly targets: number;
}

export interface MetricUse {
  readonly targets: number;
  readonly inForce: number;
  readonly updates: number;
}

export interface MetricDetail extends MetricEntry {
  readonly direction: Direction;
  readonly precision: number;
  readonly definition: Bilingual;
  readonly dataSource: Bilingual;
  readonly version: number;
  readonly use: MetricUse;
}
