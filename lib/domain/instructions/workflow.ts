// Leaders' instructions (批示) and reminder slips (催办单): sent, answered, accepted.
export const INSTRUCTION_KINDS = ["instruction", "slip"] as const;
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number];

/** 蓝、黄、红: a reminder, a warning, a formal demand. */
export const COLOURS = ["blue", "yellow", "red"] as const;
export type Colour = (typeof COLOURS)[number];

export const INSTRUCTION_STATES = ["sent", "replied", "accepted", "withdrawn"] as const;
export type InstructionState = (typeof INSTRUCTION_STATES)[number];

export const INSTRUCTION_STEPS = ["reply", "accept", "refuse", "withdraw"] as const;
export type InstructionStep = (typeof INSTRUCTION_STEPS)[number];

const TRANSITIONS: Readonly<Record<InstructionState, Partial<Readonly<Record<InstructionStep, InstructionState>>>>> = {
  sent: { reply: "replied", withdraw: "withdrawn" },
  replied: { accept: "accepted", refuse: "sent", withdraw: "withdrawn" },
  accepted: {},
  withdrawn: {},
};

/** The state after a step, or null when the state does not allow it. A refused reply requires another one. */
export function nextInstructionState(state: InstructionState, step: InstructionStep): InstructionState | null {
  return TRANSITIONS[state][step] ?? null;
}

/** Working days for a reply, unless the sender sets another date. */
export const REPLY_WORKING_DAYS = 3;
