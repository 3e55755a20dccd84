// What an account can be used for at the moment.

/**
 * `not-invited`: no password, and no invitation was ever created. `invited`: no password yet, the invitation works. `expired`: no password, and the invitation has expired or was
 * revoked. `disabled` precedes all.
 */
export const ACCOUNT_STATES = ["active", "not-invited", "invited", "expired", "disabled"] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** The states in which an account has no password yet and can be invited. */
export const INVITABLE: readonly AccountState[] = ["not-invited", "invited", "expired"];
