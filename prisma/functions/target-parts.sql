-- No target is a part of itself, directly or through others.
CREATE FUNCTION check_target_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.parent_id IS NOT NULL AND EXISTS (
    WITH RECURSIVE up AS (
      SELECT NEW.parent_id AS id
      UNION
      SELECT t.parent_id FROM target t JOIN up ON t.id = up.id WHERE t.parent_id IS NOT NULL
    )
    SELECT 1 FROM up WHERE id = NEW.id)
  THEN
    RAISE EXCEPTION 'target % would be a part of itself', NEW.code USING ERRCODE = 'check_violation',
      CONSTRAINT = 'target_circle';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_circle BEFORE INSERT OR UPDATE OF parent_id ON target
  FOR EACH ROW EXECUTE FUNCTION check_target_circle();

CREATE FUNCTION check_part_metric() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM target p WHERE p.id = NEW.parent_id AND p.metric_id <> NEW.metric_id
    UNION ALL
    SELECT 1 FROM target c WHERE c.parent_id = NEW.id AND c.metric_id <> NEW.metric_id)
  THEN
    RAISE EXCEPTION 'target % would have another metric than its whole or its parts', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'target_part_metric';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_part_metric BEFORE INSERT OR UPDATE OF parent_id, metric_id ON target
  FOR EACH ROW EXECUTE FUNCTION check_part_metric();
