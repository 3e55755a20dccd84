-- A target may be issued without a figure that the source leaves open; it cannot be received until the figure is set. A
-- draft may be withdrawn without one. A place within a share of its peers has no figure.
CREATE FUNCTION check_target_against_metric() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  metric_kind text;
BEGIN
  SELECT kind INTO metric_kind FROM metric WHERE id = NEW.metric_id;
  IF NEW.state IN ('received', 'closed') AND NEW.value IS NULL AND metric_kind NOT IN ('milestone', 'yes-no')
    AND NEW.comparator NOT IN ('first-third', 'first-half') THEN
    RAISE EXCEPTION 'target % cannot be received without a value', NEW.code USING ERRCODE = 'check_violation',
      CONSTRAINT = 'target_received_needs_value';
  END IF;
  IF (NEW.comparator IN ('within-rank', 'first-third', 'first-half')) <> (metric_kind = 'rank') THEN
    RAISE EXCEPTION 'the comparator of a rank belongs to a rank only (target %)', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'target_rank_comparator';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_against_metric BEFORE INSERT OR UPDATE ON target
  FOR EACH ROW EXECUTE FUNCTION check_target_against_metric();
