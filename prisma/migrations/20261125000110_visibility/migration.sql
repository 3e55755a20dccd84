-- What the public may read changes only with an event of the same transaction that says who, why and what it was.
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
