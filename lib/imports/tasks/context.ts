// What stands in for the database while tables are read.

import type { Comparator, MetricKind } from "@/lib/domain/targets/types";
import type { NamedDepartment } from "@/lib/imports/grammar/department-names";
import type { ColumnMapping } from "@/lib/imports/tasks/column-roles";

export interface KnownTarget {
  readonly code: string;
  readonly title: string;
  readonly metric: string;
  readonly unit: string;
  readonly owner: string;
  readonly kind: MetricKind;
  readonly comparator: Comparator;
  readonly value: number | string | null;
  readonly upperValue?: number | string | null;
  readonly year: number;
  readonly dueOn: string;
  readonly steps?: readonly string[];
  readonly latest: {
    readonly asOf: string;
    readonly value?: number | string;
    readonly stepsDone?: readonly string[];
  } | null;
}

export interface ImportContext {
  readonly today: string;
  readonly departments: readonly NamedDepartment[];
  readonly targets: readonly KnownTarget[];
  /** Corrections of columns, by the fingerprint of their layout. */
  readonly mappings?: ReadonlyMap<string, ColumnMapping>;
}
