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

/** The state an instruction reaches by a step, or null where the step is not open. A refused reply asks for another. */
export function nextInstructionState(state: InstructionState, step: InstructionStep): InstructionState | null {
  return TRANSITIONS[state][step] ?? null;
}

/** How long a reply may take unless the sender says otherwise. */
export const REPLY_WORKING_DAYS = 3;
