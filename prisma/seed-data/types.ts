// The shapes of the seed data: plain values, dates as IsoDate, measures as decimal strings, instants as ISO UTC text.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type {
  BaselineOrigin,
  Comparator,
  CompletedStep,
  Direction,
  MetricKind,
  MilestoneStep,
  Plan,
  ReportingCalendar,
  TargetState,
} from "@/lib/domain/targets/types";

/** The head of a department as the page prints it; the name is null where the page prints only the office. */
interface SeedHead {
  readonly name: string | null;
  readonly office: string;
  readonly officeEn: string;
}

export interface SeedDepartment {
  readonly slug: string;
  readonly parentSlug: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly order: number;
  readonly head: SeedHead | null;
}

export interface SeedEssay {
  readonly key: string;
  /** Reading order on the page, from 1. */
  readonly order: number;
  /** Null where the page's text carries no title (the transport essay). */
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly author: string | null;
  readonly office: string;
  readonly officeEn: string;
  readonly departmentSlug: string;
  /** Printed paragraphs in reading order, rejoined where a newspaper column broke them. */
  readonly paragraphs: readonly string[];
}

export interface SeedSource {
  readonly key: string;
  readonly title: string;
  readonly titleEn: string;
  readonly subtitle: string;
  readonly subtitleEn: string;
  readonly publisher: string;
  readonly publisherEn: string;
  /** Number of the column, not a quantity. */
  readonly issueNumber: string;
  /** The year only: the page prints no day. */
  readonly year: number;
  readonly essays: readonly SeedEssay[];
}

export interface SeedQuote {
  readonly key: string;
  readonly essayKey: string;
  /** Verbatim: appears in one paragraph of the essay. */
  readonly text: string;
  readonly textEn: string;
}

export interface SeedMetric {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly kind: MetricKind;
  /** Decimals shown. */
  readonly precision: number;
  readonly direction: Direction;
  readonly definition: string;
  readonly definitionEn: string;
  readonly dataSource: string;
  readonly dataSourceEn: string;
}

export interface SeedBaseline {
  readonly value: string;
  readonly year: number;
  readonly origin: BaselineOrigin;
  /** Qualifiers as printed (近, 超, 列五市第一) or how a derived value was computed. */
  readonly note: string | null;
  readonly noteEn: string | null;
}

/** A value of the metric before the target's period, for the chart's history. */
export interface SeedHistory {
  readonly asOf: IsoDate;
  readonly value: string;
  /** `illustrative` is a made-up shape, never a fact. */
  readonly origin: BaselineOrigin | "illustrative";
  readonly note: string;
  readonly noteEn: string;
}

/** Printed growth of an actual of the baseline year. */
export interface SeedPrintedGrowth {
  readonly percent: string;
  readonly year: number;
}

export interface SeedStep extends MilestoneStep {
  /** Whether the page names the step. Planned days and weights are always planning assumptions. */
  readonly printed: boolean;
}

export interface SeedTarget {
  readonly code: string;
  readonly section: "A" | "B" | "C";
  readonly title: string;
  readonly titleEn: string;
  readonly ownerSlug: string;
  readonly supportingSlugs: readonly string[];
  readonly parentCode: string | null;
  readonly quoteKey: string;
  readonly metric: SeedMetric;
  readonly comparator: Comparator;
  /** Reads a printed count or rate as met by more as well: the page promises activity, not a ceiling. */
  readonly orBetter: boolean;
  /** Null if the page prints no value (section B), and for milestones, whose promise is their steps. */
  readonly value: string | null;
  readonly upperValue: string | null;
  readonly stretchValue: string | null;
  readonly baseline: SeedBaseline | null;
  readonly printedGrowth: SeedPrintedGrowth | null;
  readonly history: readonly SeedHistory[];
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  /** False if the start or due date within the year is a planning assumption. */
  readonly periodPrinted: boolean;
  readonly plan: Plan;
  /** Why the plan has this shape; plans are assumptions, because the page prints none. */
  readonly planNote: string | null;
  readonly planNoteEn: string | null;
  readonly steps: readonly SeedStep[];
  readonly calendar: ReportingCalendar;
  readonly cutOffWorkingDays: number;
  readonly weight: number;
  readonly state: TargetState;
  readonly visibility: "public";
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly noteEn: string | null;
}

const SEED_UPDATE_STATES = ["draft", "submitted", "approved", "returned", "superseded"] as const;
type SeedUpdateState = (typeof SEED_UPDATE_STATES)[number];

/** One sample report: never a fact, always shown as illustrative. */
export interface SeedUpdate {
  readonly targetCode: string;
  readonly illustrative: true;
  readonly asOf: IsoDate;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** All steps completed by the as-of date, not only the new ones. */
  readonly completedSteps: readonly CompletedStep[];
  readonly note: string;
  readonly problems: string | null;
  readonly nextStep: string | null;
  /** The state at the end of the sample year. */
  readonly state: SeedUpdateState;
  /** The department of its author. */
  readonly authorSlug: string;
  readonly createdAt: string;
  readonly submittedAt: string | null;
  /** When it was approved or returned. */
  readonly decidedAt: string | null;
  readonly returnReason: string | null;
  /** Index of the report that this one corrects. */
  readonly supersedesIndex: number | null;
  readonly supersededAt: string | null;
}
