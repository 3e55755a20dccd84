import type { MergedAs, ProposalOrigin, ProposalState } from "@/lib/domain/proposals/workflow";
import type { DraftQuestion } from "@/lib/imports/draft-questions";
import type { MarkedRun } from "@/lib/imports/proposals/mark-runs";
import type { ProposalFields, ProposalWord } from "@/lib/schemas/proposal";

export interface ProposalView {
  readonly id: string;
  readonly version: number;
  readonly state: ProposalState;
  readonly origin: ProposalOrigin;
  readonly fields: ProposalFields;
  readonly words: readonly ProposalWord[];
  /** The marked words. */
  readonly text: string;
  /** What lacks before it can be accepted, by field: keys under `form.errors`. */
  readonly missing: Readonly<Record<string, string>>;
  /** What is valid but seldom meant: asked before it is accepted. */
  readonly questions: readonly DraftQuestion[];
  readonly mergedInto: { readonly id: string; readonly title: string; readonly as: MergedAs } | null;
  readonly hasMerged: boolean;
  /** The code of the target that was created from it. */
  readonly code: string | null;
}

export interface ParagraphProposals {
  readonly at: number;
  readonly isHeading: boolean;
  readonly runs: readonly MarkedRun[];
  readonly sentences: readonly { readonly at: number; readonly end: number; readonly text: string }[];
  readonly proposals: readonly ProposalView[];
}

export interface SourceProposals {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly visibility: "public" | "internal";
  readonly paragraphs: readonly ParagraphProposals[];
  readonly counts: Readonly<Record<ProposalState | "drafted" | "complete", number>>;
  /** Of the accepted proposals without a target. */
  readonly digest: string;
  readonly departments: readonly { readonly slug: string; readonly name: string; readonly nameEn: string }[];
}
