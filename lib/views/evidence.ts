import type { Visibility } from "@/lib/domain/targets/types";

/** A file of a report or a comment. */
export interface EvidenceView {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly visibility: Visibility;
}
