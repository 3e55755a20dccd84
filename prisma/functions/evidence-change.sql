-- The files of a report change only while it is a draft; those of a comment are written with it and never change.
CREATE FUNCTION check_evidence_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
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
