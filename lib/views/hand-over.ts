import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { DepartmentRole } from "@/lib/domain/permissions/actor";
import type { Bilingual } from "@/lib/i18n/languages";
import type { DepartmentName } from "@/lib/views/target";

export interface HandedReport {
  readonly id: string;
  readonly code: string;
  readonly title: Bilingual;
  readonly asOf: IsoDate;
}

/** What a person does in one role of a department, and what of it another person would take over. */
export interface HandOverView {
  readonly membershipId: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly department: DepartmentName;
  readonly role: DepartmentRole;
  /** Other enabled people with the role in the department. */
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  /** The chosen person; null before one is chosen. */
  readonly recipient: { readonly id: string; readonly name: string } | null;
  readonly drafts: readonly HandedReport[];
  /** Drafts of targets and days for which the recipient has one too: they stay. */
  readonly kept: readonly HandedReport[];
  /** Reports returned to the person that nobody has answered. */
  readonly returned: readonly HandedReport[];
  /** Reports of the department that wait for any of its reviewers; null for a reporter. */
  readonly toReview: number | null;
  /** Identifies what is shown: the confirmation sends it back. */
  readonly digest: string;
}
