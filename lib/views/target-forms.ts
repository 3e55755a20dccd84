// What the forms of targets are filled from, and what their pages show next to them.
import type { Visibility } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { NamingBulletin } from "@/lib/views/bulletin";
import type { OwnCalendar } from "@/lib/views/calendar";
import type { DepartmentSummary } from "@/lib/views/department";
import type { LabelName } from "@/lib/views/label";
import type { MetricEntry } from "@/lib/views/metric";
import type { Excerpt } from "@/lib/views/target";
import type { TargetDetail } from "@/lib/views/target-detail";

interface TargetChoice {
  readonly code: string;
  readonly title: Bilingual;
}

export interface TargetChoices {
  readonly chosen: readonly TargetChoice[];
  /** The first that are found and are not chosen, by code. */
  readonly found: Excerpt<TargetChoice>;
}

export interface TargetFormData {
  /** Null for a new target. */
  readonly draft: { readonly code: string; readonly version: number } | null;
  /** Field name → text. */
  readonly values: Readonly<Record<string, string>>;
  readonly metrics: readonly MetricEntry[];
  readonly departments: readonly DepartmentSummary[];
  /** Of the office's own. */
  readonly calendars: readonly OwnCalendar[];
  /** Those that are offered. */
  readonly labels: readonly LabelName[];
  readonly quotes: readonly { readonly key: string; readonly text: string }[];
}

type RevisionMode = "direct" | "extension" | "revision";

export interface RevisionFormData {
  readonly target: TargetDetail;
  readonly mode: RevisionMode;
  /** The keys of the steps that reports state as completed, which cannot be removed. */
  readonly reportedSteps: readonly string[];
  /** Open departments and those it has; empty where its departments are not for the actor to change. */
  readonly departments: readonly { readonly slug: string; readonly name: Bilingual }[];
  /** The stored reporting by field, and the office's calendars; null where it is not for the actor to change. */
  readonly reporting: {
    readonly values: Readonly<Record<string, string>>;
    readonly calendars: readonly OwnCalendar[];
  } | null;
}

export interface NamedTarget {
  readonly code: string;
  readonly title: Bilingual;
  readonly visibility: Visibility;
}

export interface VisibilityForm {
  readonly target: TargetDetail;
  /** What everybody reads of a public target. */
  readonly open: { readonly reports: number; readonly files: number; readonly revisions: number };
  /** What stays with the department and the office whichever way it is. */
  readonly kept: { readonly unapproved: number; readonly comments: number; readonly instructions: number };
  /** Whole, parts and targets of the same printed sentence: each has a separate visibility. */
  readonly related: readonly NamedTarget[];
  /** Published for everybody with this target in it. */
  readonly bulletins: readonly NamingBulletin[];
  /** Every change so far, latest first. */
  readonly changes: readonly {
    readonly at: Date;
    readonly by: string | null;
    readonly to: Visibility;
    readonly reason: string;
  }[];
}
