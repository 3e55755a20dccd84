-- A target's terms, state, steps and visibility change only in a transaction that records it. Checked on commit.

-- A draft has promised nothing yet: its terms change with an event that contains the previous ones, without a revision.
CREATE FUNCTION draft_was_edited(target uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM event
    WHERE entity = 'target' AND entity_id = target::text AND action = 'target.edited'
      AND xmin = pg_current_xact_id()::xid)
$$;

CREATE FUNCTION check_target_change_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.owner_id, NEW.metric_id, NEW.comparator, NEW.or_better, NEW.tolerance, NEW.judging, NEW.value, NEW.upper_value,
      NEW.stretch_value, NEW.baseline_value, NEW.baseline_year, NEW.baseline_origin, NEW.baseline_provisional, NEW.start_on,
      NEW.due_on, NEW.plan_shape, NEW.plan_points, NEW.plan_values, NEW.merge_january_february, NEW.calendar,
      NEW.calendar_id, NEW.cut_off_working_days, NEW.publication_lag_months, NEW.responsible_post, NEW.leader_in_charge)
    IS DISTINCT FROM
    (OLD.owner_id, OLD.metric_id, OLD.comparator, OLD.or_better, OLD.tolerance, OLD.judging, OLD.value, OLD.upper_value,
      OLD.stretch_value, OLD.baseline_value, OLD.baseline_year, OLD.baseline_origin, OLD.baseline_provisional, OLD.start_on,
      OLD.due_on, OLD.plan_shape, OLD.plan_points, OLD.plan_values, OLD.merge_january_february, OLD.calendar,
      OLD.calendar_id, OLD.cut_off_working_days, OLD.publication_lag_months, OLD.responsible_post, OLD.leader_in_charge)
    AND NOT EXISTS (SELECT 1 FROM revision WHERE target_id = NEW.id AND xmin = pg_current_xact_id()::xid)
    AND NOT (OLD.state = 'draft' AND NEW.state = 'draft' AND draft_was_edited(NEW.id))
  THEN
    RAISE EXCEPTION 'the terms of target % change only with a revision', NEW.code
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF NEW.state <> OLD.state AND NOT EXISTS (SELECT 1 FROM target_transition
    WHERE target_id = NEW.id AND to_state = NEW.state AND xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'the state of target % changes only with a transition', NEW.code
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER target_change_is_recorded AFTER UPDATE ON target DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_target_change_is_recorded();

-- A revision may change the rows that belong to the target, and so may the edit of a draft and its creation.
CREATE FUNCTION check_row_change_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.target_id ELSE NEW.target_id END;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM revision WHERE target_id = changed AND xmin = pg_current_xact_id()::xid)
    AND NOT EXISTS (SELECT 1 FROM target WHERE id = changed AND version = 1 AND xmin = pg_current_xact_id()::xid)
    AND NOT (EXISTS (SELECT 1 FROM target WHERE id = changed AND state = 'draft') AND draft_was_edited(changed))
  THEN
    RAISE EXCEPTION 'the % of a target change only with a revision', TG_ARGV[0]
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER step_change_is_recorded AFTER INSERT OR UPDATE OR DELETE ON milestone_step
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_row_change_is_recorded('steps');
CREATE CONSTRAINT TRIGGER support_change_is_recorded AFTER INSERT OR DELETE ON target_support
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_row_change_is_recorded('supporting departments');

-- The visibility changes only in a transaction with an event that records the actor, the reason and the previous value.
CREATE FUNCTION check_visibility_change_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM event
    WHERE entity = 'target' AND entity_id = NEW.id::text AND action = 'target.visibility-changed'
      AND xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'the visibility of target % changes only with its event', NEW.code
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER visibility_change_is_recorded AFTER UPDATE ON target DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.visibility IS DISTINCT FROM OLD.visibility)
  EXECUTE FUNCTION check_visibility_change_is_recorded();
