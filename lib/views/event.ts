export interface EventView {
  readonly sequence: string;
  readonly at: Date;
  readonly actor: string | null;
  /** The absent person for whom the actor has acted. */
  readonly onBehalfOf: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** The target of the event, if it has one. */
  readonly code: string | null;
  /** JSON as stored. */
  readonly before: unknown;
  readonly after: unknown;
  readonly hash: string;
}

export interface EventPage {
  /** The head of the chain, independent of the filters, to be recorded elsewhere and compared later. */
  readonly head: string | null;
  readonly events: readonly EventView[];
  readonly total: number;
  /** The cursor of the next page; null on the last page. */
  readonly next: string | null;
}
