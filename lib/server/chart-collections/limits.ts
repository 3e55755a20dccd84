// How many collection files may wait and are kept.

const HOUR_MS = 60 * 60 * 1000;

/** Of one account; of all visitors together, who share their files. */
export const FILE_LIMITS = {
  account: { unfinished: 3, kept: 20, keptMs: 24 * HOUR_MS },
  visitor: { unfinished: 2, kept: 10, keptMs: 2 * HOUR_MS },
} as const;

export const MOST_UNFINISHED_IN_ALL = 30;
