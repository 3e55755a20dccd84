import type { Scope } from "@/lib/domain/permissions/can";
import type { RequestKind, RequestState } from "@/lib/domain/requests/workflow";
import type { MetricKind } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Bilingual } from "@/lib/i18n/languages";

export interface RequestView extends PrintedUnit {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly title: Bilingual;
  readonly metricKind: MetricKind;
  readonly precision: number;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly stepTitles: Readonly<Record<string, Bilingual>>;
  readonly proposed: Readonly<Record<string, unknown>>;
  /** The current values of the requested fields. */
  readonly current: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly authority: string;
  /** The scope of the target for can(). */
  readonly scope: Scope;
  /** The absent person for whom the reader acts in the owner; null in their own right. */
  readonly standsInFor: string | null;
  readonly requesterId: string;
  readonly requester: string;
  readonly requestedAt: Date;
  readonly decider: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string;
}
