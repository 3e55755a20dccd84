// The tables whose changes are all recorded in the chain of events. A trigger on each (audit-triggers.sql)
// collects the digests of the rows that a transaction changed; the event that the transaction appends contains them.

export interface AuditedTable {
  readonly name: string;
  readonly key: readonly string[];
  /** Columns that are derived or irrelevant to the audit. */
  readonly ignored: readonly string[];
}

function audited(name: string, key: readonly string[] = ["id"], ignored: readonly string[] = []): AuditedTable {
  return { name, key, ignored };
}

export const AUDITED_TABLES: readonly AuditedTable[] = [
  audited("department"),
  audited("department_former_name", ["department_id", "known_to"]),
  audited("user_account", ["id"], ["updated_at", "last_signed_in_at"]),
  audited("membership"),
  audited("delegation"),
  audited("hand_over"),
  audited("source"),
  audited("source_section"),
  audited("quote"),
  audited("metric"),
  audited("target", ["id"], ["search_text"]),
  audited("own_calendar"),
  audited("reporting_date", ["calendar_id", "as_of"]),
  audited("special_day", ["day"]),
  audited("target_support", ["target_id", "department_id"]),
  audited("label"),
  audited("target_label", ["target_id", "label_id"]),
  audited("milestone_step"),
  audited("past_value"),
  audited("progress_update"),
  audited("update_step", ["update_id", "step_id"]),
  audited("target_transition"),
  audited("target_request"),
  audited("instruction"),
  audited("slip_rule", ["key", "in_force_from"]),
  audited("instruction_reply"),
  audited("late_opening"),
  audited("target_comment"),
  audited("evidence_file"),
  audited("revision"),
  audited("rule_set", ["in_force_from"]),
  audited("bulletin_template", ["key"]),
  audited("bulletin"),
  audited("site_setting"),
];
