/** A list of targets that a user has named. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The query of its address; empty for the whole list. */
  readonly query: string;
}
