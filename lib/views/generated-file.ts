import type { FILE_STATES, FileFailure } from "@/lib/schemas/generated-file";

/** The state of a file that the worker process generates. */
export interface GeneratedFileView<Failure extends string = FileFailure> {
  readonly id: string;
  readonly state: (typeof FILE_STATES)[number];
  /** Null unless it has failed. */
  readonly failure: Failure | null;
  /** Requested, and no worker is running to generate it. */
  readonly isStalled: boolean;
  /** Charts drawn, and their total. */
  readonly done: number;
  readonly total: number;
  readonly size: number | null;
}
