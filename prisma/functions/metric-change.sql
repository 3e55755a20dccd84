-- Once a target is issued or reported, its metric's kind and direction are part of the promise. Only lib/domain/metrics
-- knows which units are equivalent.
CREATE FUNCTION check_metric_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM target t WHERE t.metric_id = NEW.id
    AND (t.state <> 'draft' OR EXISTS (SELECT 1 FROM progress_update u WHERE u.target_id = t.id)))
  THEN
    RAISE EXCEPTION 'metric % is in use: its kind and direction cannot change', NEW.key USING ERRCODE = 'check_violation',
      CONSTRAINT = 'metric_meaning_immutable';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER metric_meaning_immutable BEFORE UPDATE OF kind, direction ON metric
  FOR EACH ROW WHEN ((NEW.kind, NEW.direction) IS DISTINCT FROM (OLD.kind, OLD.direction))
  EXECUTE FUNCTION check_metric_change();
