-- A part counts what its whole counts. Two promises of one sentence in two measures share their quote and nothing else.
UPDATE target c SET parent_id = NULL FROM target p WHERE p.id = c.parent_id AND p.metric_id <> c.metric_id;

CREATE FUNCTION check_part_metric() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM target p WHERE p.id = NEW.parent_id AND p.metric_id <> NEW.metric_id
    UNION ALL
    SELECT 1 FROM target c WHERE c.parent_id = NEW.id AND c.metric_id <> NEW.metric_id)
  THEN
    RAISE EXCEPTION 'target % would count another metric than its whole or its parts', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'target_part_metric';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_part_metric BEFORE INSERT OR UPDATE OF parent_id, metric_id ON target
  FOR EACH ROW EXECUTE FUNCTION check_part_metric();
