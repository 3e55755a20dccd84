// How long a session lasts.

export interface SessionLimits {
  /** It ends after this time without use. */
  readonly idleMs: number;
  /** It ends after this time since sign-in, used or not. */
  readonly longestMs: number;
}

export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

export function hasEnded({ createdAt, lastUsedAt }: SessionTimes, now: Date, limits: SessionLimits): boolean {
  const [idle, age] = [now.getTime() - lastUsedAt.getTime(), now.getTime() - createdAt.getTime()];
  return idle >= limits.idleMs || age >= limits.longestMs;
}
