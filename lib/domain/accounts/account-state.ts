// What an account can be used for at the moment.

/**
 * `invited`: no password yet, the invitation works. `expired`: no password, and the invitation has expired or was
 * revoked. `disabled` precedes both.
 */
export const ACCOUNT_STATES = ["active", "invited", "expired", "disabled"] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];
