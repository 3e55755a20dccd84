// The advisory locks of this database, each with a different number. Taking one waits for its other holders.

/** The chain of events has one order. */
export const CHAIN_LOCK = 20_230_321;
/** There is one first administrator. */
export const SETUP_LOCK = 20_230_322;
/** Changes of rules wait for each other: each begins where the one before ends. */
export const RULES_LOCK = 20_230_323;
/** A year's bulletins are numbered without gaps. */
export const NUMBERING_LOCK = 20_230_324;
/** Instances that start at the same moment migrate and load one after the other. */
export const PREPARE_LOCK = 20_230_330;
/** Roles are given one at a time: what excludes each other is seen, and one administrator is left. */
export const ACCOUNTS_LOCK = 20_230_340;
