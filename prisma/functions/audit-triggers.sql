-- Each transaction collects the digests of the audited rows it changes; the event that it appends contains them.
-- lib/server/events/audited-tables.ts lists the same tables.

-- Arguments: the columns of the key and the ignored columns, each as a list with commas. The entries are stored in a
-- setting of the transaction: [table, key, digest]; the digest is null for a deleted row.
CREATE FUNCTION record_changed_rows() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
  key_columns text[] := string_to_array(TG_ARGV[0], ',');
  ignored text[] := string_to_array(TG_ARGV[1], ',');
  entries text;
  steps text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    SELECT string_agg(jsonb_build_array(TG_TABLE_NAME, audited_key(to_jsonb(r), key_columns), NULL)::text, ',')
      INTO entries FROM old_rows r;
  ELSE
    SELECT string_agg(jsonb_build_array(TG_TABLE_NAME, audited_key(r.body, key_columns),
        audited_digest(r.body, ignored))::text, ',')
      INTO entries FROM (SELECT to_jsonb(n) AS body FROM new_rows n) r
      WHERE CASE TG_TABLE_NAME
        WHEN 'progress_update' THEN r.body->>'state' NOT IN ('draft', 'discarded')
        WHEN 'update_step' THEN NOT EXISTS (SELECT FROM progress_update u
          WHERE u.id = (r.body->>'update_id')::uuid AND u.state IN ('draft', 'discarded'))
        ELSE true
      END;
    -- The steps of a draft are recorded when it is submitted.
    IF TG_TABLE_NAME = 'progress_update' THEN
      SELECT string_agg(jsonb_build_array('update_step', audited_key(to_jsonb(s), '{update_id,step_id}'),
          audited_digest(to_jsonb(s), '{}'))::text, ',')
        INTO steps FROM new_rows n JOIN update_step s ON s.update_id = (to_jsonb(n)->>'id')::uuid
        WHERE to_jsonb(n)->>'state' NOT IN ('draft', 'discarded');
    END IF;
  END IF;
  IF entries IS NOT NULL OR steps IS NOT NULL THEN
    PERFORM set_config('guatu.changed_rows',
      concat_ws(',', nullif(current_setting('guatu.changed_rows', true), ''), entries, steps), true);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION audit_table(table_name text, key_columns text, ignored text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER audited_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_changed_rows(%L, %L)', table_name, key_columns, ignored);
  EXECUTE format('CREATE TRIGGER audited_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_changed_rows(%L, %L)', table_name, key_columns, ignored);
  EXECUTE format('CREATE TRIGGER audited_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_changed_rows(%L, %L)', table_name, key_columns, ignored);
END $$;

SELECT audit_table(name, key_columns, ignored) FROM (VALUES
  ('department', 'id', ''),
  ('department_former_name', 'department_id,known_to', ''),
  ('user_account', 'id', 'updated_at,last_signed_in_at'),
  ('membership', 'id', ''),
  ('delegation', 'id', ''),
  ('hand_over', 'id', ''),
  ('source', 'id', ''),
  ('source_section', 'id', ''),
  ('quote', 'id', ''),
  ('metric', 'id', ''),
  ('target', 'id', 'search_text'),
  ('own_calendar', 'id', ''),
  ('reporting_date', 'calendar_id,as_of', ''),
  ('special_day', 'day', ''),
  ('target_support', 'target_id,department_id', ''),
  ('label', 'id', ''),
  ('target_label', 'target_id,label_id', ''),
  ('milestone_step', 'id', ''),
  ('past_value', 'id', ''),
  ('progress_update', 'id', ''),
  ('update_step', 'update_id,step_id', ''),
  ('target_transition', 'id', ''),
  ('target_request', 'id', ''),
  ('instruction', 'id', ''),
  ('slip_rule', 'key,in_force_from', ''),
  ('instruction_reply', 'id', ''),
  ('late_opening', 'id', ''),
  ('target_comment', 'id', ''),
  ('evidence_file', 'id', ''),
  ('revision', 'id', ''),
  ('rule_set', 'in_force_from', ''),
  ('bulletin_template', 'key', ''),
  ('bulletin', 'id', ''),
  ('site_setting', 'id', '')
) AS audited (name, key_columns, ignored);
