// The advisory locks of this database, each with a different number. Taking one waits for its other holders.

/** Orders the chain of events. */
export const CHAIN_LOCK = 20_230_321;
/** Ensures one first administrator. */
export const SETUP_LOCK = 20_230_322;
/** Serializes changes of rules: each begins where the previous one ends. */
export const RULES_LOCK = 20_230_323;
/** Numbers a year's bulletins without gaps. */
export const NUMBERING_LOCK = 20_230_324;
/** Counts the collection files of all requesters, so that concurrent requests cannot exceed the limits together. */
export const COLLECTIONS_LOCK = 20_230_325;
/** Serializes migration and seeding of instances that start at the same moment. */
export const PREPARE_LOCK = 20_230_330;
/** Serializes changes of roles, so that exclusive roles are detected and one administrator remains. */
export const ACCOUNTS_LOCK = 20_230_340;
