-- A submitted update and its steps never change; only its state does.

CREATE FUNCTION check_update_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND
    (NEW.target_id, NEW.as_of, NEW.value, NEW.numerator, NEW.denominator, NEW.peers, NEW.note, NEW.problems, NEW.next_step,
      NEW.evidence, NEW.author_id, NEW.on_behalf_of_id, NEW.supersedes_id, NEW.illustrative, NEW.created_at, NEW.submitted_at)
    IS DISTINCT FROM
    (OLD.target_id, OLD.as_of, OLD.value, OLD.numerator, OLD.denominator, OLD.peers, OLD.note, OLD.problems, OLD.next_step,
      OLD.evidence, OLD.author_id, OLD.on_behalf_of_id, OLD.supersedes_id, OLD.illustrative, OLD.created_at, OLD.submitted_at)
  THEN
    RAISE EXCEPTION 'a submitted update cannot be changed; a correction is a new update'
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF OLD.state <> NEW.state AND (OLD.state || ' ' || NEW.state) NOT IN
    ('draft submitted', 'draft discarded', 'submitted approved', 'submitted returned', 'submitted withdrawn',
      'approved superseded',
      -- A decision that its reviewer takes back at once; check_undo_is_recorded() asks for its event.
      'approved submitted', 'returned submitted', 'superseded approved')
  THEN
    RAISE EXCEPTION 'an update cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER update_values_immutable BEFORE UPDATE ON progress_update
  FOR EACH ROW EXECUTE FUNCTION check_update_change();

CREATE FUNCTION check_undo_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM event
    WHERE entity = 'update' AND entity_id = NEW.id::text AND action IN ('update.decision-undone', 'update.restored')
      AND xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'a decision is undone only with its event' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER undo_is_recorded AFTER UPDATE ON progress_update DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state IN ('approved', 'returned', 'superseded') AND NEW.state IN ('submitted', 'approved')
    AND OLD.state <> NEW.state)
  EXECUTE FUNCTION check_undo_is_recorded();

CREATE FUNCTION check_update_step_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT state FROM progress_update WHERE id = COALESCE(OLD.update_id, NEW.update_id)) <> 'draft' THEN
    RAISE EXCEPTION 'the steps of a submitted update cannot be changed' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER update_steps_immutable BEFORE UPDATE OR DELETE ON update_step
  FOR EACH ROW EXECUTE FUNCTION check_update_step_change();
