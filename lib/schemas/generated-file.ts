// States of a file that the worker process generates on request.

export const FILE_STATES = ["requested", "generating", "ready", "failed", "cancelled"] as const;

/** Why a file was not generated: the worker ended, its requester has lost access, its bytes are missing, … */
export const FILE_FAILURES = ["error", "worker-ended", "no-access", "missing"] as const;
export type FileFailure = (typeof FILE_FAILURES)[number];
