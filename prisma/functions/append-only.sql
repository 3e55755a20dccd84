-- Append-only tables: rows are never deleted or truncated, and in most tables never updated.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is not allowed: the table is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER update_never_deleted BEFORE DELETE ON progress_update
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER update_never_truncated BEFORE TRUNCATE ON progress_update
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_append_only BEFORE UPDATE OR DELETE ON revision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_never_truncated BEFORE TRUNCATE ON revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_never_truncated BEFORE TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transition_append_only BEFORE UPDATE OR DELETE ON target_transition
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transition_never_truncated BEFORE TRUNCATE ON target_transition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER request_never_deleted BEFORE DELETE ON target_request
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER instruction_never_deleted BEFORE DELETE ON instruction
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reply_never_deleted BEFORE DELETE ON instruction_reply
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_never_truncated BEFORE TRUNCATE ON evidence_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER late_opening_append_only BEFORE UPDATE OR DELETE ON late_opening
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bulletin_never_deleted BEFORE DELETE ON bulletin
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bulletin_never_truncated BEFORE TRUNCATE ON bulletin
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER comment_append_only BEFORE UPDATE OR DELETE ON target_comment
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER comment_never_truncated BEFORE TRUNCATE ON target_comment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER former_name_append_only BEFORE UPDATE OR DELETE ON department_former_name
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER former_name_never_truncated BEFORE TRUNCATE ON department_former_name
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_set_append_only BEFORE UPDATE OR DELETE ON rule_set
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_set_never_truncated BEFORE TRUNCATE ON rule_set
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER slip_rule_append_only BEFORE UPDATE OR DELETE ON slip_rule
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER slip_rule_never_truncated BEFORE TRUNCATE ON slip_rule
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
