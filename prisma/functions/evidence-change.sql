-- The files of a report change only while it is a draft; those of a comment are written with it and never change. Only
-- the visibility of a file can change later, with its event.
CREATE FUNCTION check_evidence_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'visibility' = to_jsonb(OLD) - 'visibility' AND OLD.comment_id IS NULL THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'evidence cannot be changed' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF COALESCE(OLD.comment_id, NEW.comment_id) IS NOT NULL THEN
    IF TG_OP = 'DELETE' OR NOT EXISTS (
      SELECT 1 FROM target_comment WHERE id = NEW.comment_id AND xmin = pg_current_xact_id()::xid)
    THEN
      RAISE EXCEPTION 'the files of a comment cannot be changed' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
  ELSIF (SELECT state FROM progress_update WHERE id = COALESCE(OLD.update_id, NEW.update_id)) <> 'draft' THEN
    RAISE EXCEPTION 'the evidence of a submitted update cannot be changed' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER evidence_immutable BEFORE INSERT OR UPDATE OR DELETE ON evidence_file
  FOR EACH ROW EXECUTE FUNCTION check_evidence_change();

CREATE FUNCTION check_evidence_visibility_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM event
    WHERE entity = 'evidence' AND entity_id = NEW.id::text AND action = 'evidence.visibility-changed'
      AND xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'the visibility of a file changes only with its event'
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER evidence_visibility_is_recorded AFTER UPDATE ON evidence_file DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.visibility IS DISTINCT FROM OLD.visibility)
  EXECUTE FUNCTION check_evidence_visibility_is_recorded();
