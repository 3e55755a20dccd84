-- Before it is issued, a target is read by its owner and the office alone. issued_at says from which moment on others
-- may know of it, on every day that is looked at.
ALTER TABLE "target" ADD COLUMN "issued_at" TIMESTAMPTZ(3);
ALTER TABLE "target" ALTER COLUMN "visibility" SET DEFAULT 'internal';

-- A figure that the source leaves open may be issued without it; nobody signs for it before it is set. A draft may be
-- withdrawn without one.
CREATE OR REPLACE FUNCTION check_target_against_metric() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  metric_kind text;
BEGIN
  SELECT kind INTO metric_kind FROM metric WHERE id = NEW.metric_id;
  IF NEW.state IN ('received', 'closed') AND NEW.value IS NULL AND metric_kind NOT IN ('milestone', 'yes-no') THEN
    RAISE EXCEPTION 'target % cannot be signed for without a value', NEW.code USING ERRCODE = 'check_violation',
      CONSTRAINT = 'target_received_needs_value';
  END IF;
  IF (NEW.comparator = 'within-rank') <> (metric_kind = 'rank') THEN
    RAISE EXCEPTION 'within-rank belongs to a rank and a rank to within-rank (target %)', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'target_rank_comparator';
  END IF;
  RETURN NEW;
END $$;

-- These two only write down what is so already: no step of anybody's to be recorded.
ALTER TABLE target DISABLE TRIGGER USER;

-- The newspaper page's targets without a figure were loaded as drafts. They are printed: issued from the start.
UPDATE target t SET state = 'issued'
WHERE t.state = 'draft' AND t.value IS NULL AND t.created_at = '2022-12-31T16:00:00Z'
  AND EXISTS (SELECT FROM quote q JOIN source_section s ON s.id = q.section_id
    WHERE q.id = t.quote_id AND s.source_id = 'nantong-daily-321')
  AND NOT EXISTS (SELECT FROM revision r WHERE r.target_id = t.id)
  AND NOT EXISTS (SELECT FROM target_transition x WHERE x.target_id = t.id);

-- Issued by a step, or written down as issued; a draft that was withdrawn never was.
UPDATE target t SET issued_at = coalesce(
  (SELECT min(x.at) FROM target_transition x WHERE x.target_id = t.id AND x.step = 'issue'), t.created_at)
WHERE t.state <> 'draft' AND NOT EXISTS (
  SELECT FROM target_transition x WHERE x.target_id = t.id AND x.from_state = 'draft' AND x.step = 'withdraw');

ALTER TABLE target ENABLE TRIGGER USER;

-- A row that is written as issued is so from its creation on.
CREATE FUNCTION set_issued_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'draft' THEN
    NEW.issued_at := NULL;
  ELSIF NEW.state <> 'withdrawn' THEN
    NEW.issued_at := coalesce(NEW.issued_at, NEW.created_at);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_issued_at BEFORE INSERT ON target FOR EACH ROW EXECUTE FUNCTION set_issued_at();
ALTER TABLE target ADD CONSTRAINT target_issued_when CHECK (
  CASE state WHEN 'draft' THEN issued_at IS NULL WHEN 'withdrawn' THEN true ELSE issued_at IS NOT NULL END);
