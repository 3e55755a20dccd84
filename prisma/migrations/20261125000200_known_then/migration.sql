-- What an earlier day knew: who answered for a target, what departments were called, which rules were in force, and
-- when a request or an instruction was taken back.

-- ---- former names --------------------------------------------------------------------------------------------
CREATE TABLE "department_former_name" (
    "department_id" UUID NOT NULL,
    "known_from" TIMESTAMPTZ(3),
    "known_to" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "department_former_name_pkey" PRIMARY KEY ("department_id","known_to")
);
ALTER TABLE "department_former_name" ADD CONSTRAINT "department_former_name_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE department_former_name ADD CONSTRAINT former_name_span CHECK (known_from IS NULL OR known_from < known_to);

INSERT INTO department_former_name (department_id, known_from, known_to, name, name_en)
SELECT entity_id::uuid, lag(at) OVER (PARTITION BY entity_id ORDER BY at), at, before ->> 'name', before ->> 'nameEn'
FROM (SELECT DISTINCT ON (entity_id, at) entity_id, at, before FROM event WHERE action = 'department.renamed'
  ORDER BY entity_id, at, sequence) e;

CREATE TRIGGER former_name_append_only BEFORE UPDATE OR DELETE ON department_former_name
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER former_name_never_truncated BEFORE TRUNCATE ON department_former_name
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION check_renaming_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.name, NEW.name_en) IS DISTINCT FROM (OLD.name, OLD.name_en) AND NOT EXISTS (
    SELECT 1 FROM department_former_name WHERE department_id = NEW.id AND xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'the former name of department % is kept', NEW.slug USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER renaming_is_recorded AFTER UPDATE ON department DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_renaming_is_recorded();

-- A department was there before the first target it owns, whenever its row was written.
UPDATE department d SET created_at = least(d.created_at, (SELECT min(t.created_at) FROM target t))
WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.action = 'department.created' AND e.entity_id = d.id::text);
UPDATE department d SET created_at = e.at FROM event e
WHERE e.action = 'department.created' AND e.entity_id = d.id::text;

-- Every department as it was called at a moment.
CREATE FUNCTION department_named_on(moment timestamptz)
RETURNS TABLE (id uuid, slug text, name text, name_en text, sort_order integer)
LANGUAGE sql STABLE AS $$
  SELECT d.id, d.slug, coalesce(f.name, d.name), coalesce(f.name_en, d.name_en), d.sort_order
  FROM department d LEFT JOIN department_former_name f
    ON f.department_id = d.id AND f.known_to > moment AND (f.known_from IS NULL OR f.known_from <= moment)
$$;

-- The owner's name is searched as it was called on the day that is shown: it leaves the stored text.
UPDATE target t SET search_text = replace(t.search_text, lower(n.name || E'\n' || n.name_en) || E'\n', '')
FROM (SELECT name, name_en FROM department UNION SELECT name, name_en FROM department_former_name) n
WHERE position(lower(n.name || E'\n' || n.name_en) || E'\n' IN t.search_text) > 0;
UPDATE target t SET search_text = replace(t.search_text, E'\n' || lower(n.name || E'\n' || n.name_en), '')
FROM (SELECT name, name_en FROM department UNION SELECT name, name_en FROM department_former_name) n
WHERE position(E'\n' || lower(n.name || E'\n' || n.name_en) IN t.search_text) > 0;

-- ---- the owner of a span -------------------------------------------------------------------------------------
-- The present owner at first: whoever applies migrations has every standing worked out anew afterwards.
ALTER TABLE "target_standing" ADD COLUMN "owner_id" UUID;
UPDATE target_standing s SET owner_id = t.owner_id FROM target t WHERE t.id = s.target_id;
ALTER TABLE "target_standing" ALTER COLUMN "owner_id" SET NOT NULL;
ALTER TABLE "target_standing" ADD CONSTRAINT "target_standing_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DROP FUNCTION standing_on(date, timestamptz);
-- The light and the freshness of every target on a day, from what was known at a moment. The same rule as
-- lightOn() and freshnessOn() in lib/domain/targets/standing.ts; a test holds the two together.
CREATE FUNCTION standing_on(day date, moment timestamptz)
RETURNS TABLE (
  target_id uuid, owner_id uuid, update_id uuid, value numeric, as_of date, completion_ratio numeric,
  expected_ratio numeric, gap_points numeric, reason text, met boolean,
  adjusted boolean, stored_light text, light text, freshness text, start_on date,
  due_on date, next_report_opens_on date, next_report_due_on date)
LANGUAGE sql STABLE AS $$
  SELECT s.target_id, s.owner_id, s.update_id, s.value, s.as_of, s.completion_ratio, s.expected_ratio, s.gap_points,
    s.reason, s.met, s.adjusted, s.light,
    CASE
      WHEN s.light = 'unset' THEN 'unset'
      WHEN day < s.start_on THEN 'not-started'
      WHEN s.as_of IS NULL OR s.light = 'no-report' THEN 'no-report'
      WHEN s.light = 'achieved' THEN 'achieved'
      WHEN day > s.due_on AND s.met IS NOT TRUE THEN 'missed'
      ELSE s.light
    END,
    CASE
      WHEN s.next_report_opens_on IS NULL OR s.next_report_due_on IS NULL OR day < s.next_report_opens_on
        THEN 'current'
      WHEN day <= s.next_report_due_on THEN 'due'
      WHEN s.as_of IS NOT NULL THEN 'late'
      ELSE 'never'
    END,
    s.start_on, s.due_on, s.next_report_opens_on, s.next_report_due_on
  FROM target_standing s
  WHERE s.known_from <= moment AND (s.known_to IS NULL OR s.known_to > moment)
$$;

-- ---- rules in force from a moment on ----------------------------------------------------------------------------
ALTER TABLE rule_set RENAME TO rule_set_before;
ALTER TABLE rule_set_before RENAME CONSTRAINT rule_set_pkey TO rule_set_before_pkey;
CREATE TABLE "rule_set" (
    "in_force_from" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT NOT NULL,
    "ahead_from" DECIMAL(8,4) NOT NULL,
    "on_track_from" DECIMAL(8,4) NOT NULL,
    "behind_from" DECIMAL(8,4) NOT NULL,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("in_force_from")
);
INSERT INTO rule_set (in_force_from, key, ahead_from, on_track_from, behind_from)
SELECT '1970-01-01T00:00:00Z', coalesce(e.before ->> 'key', r.key),
  coalesce((e.before ->> 'aheadFrom')::numeric, r.ahead_from),
  coalesce((e.before ->> 'onTrackFrom')::numeric, r.on_track_from),
  coalesce((e.before ->> 'behindFrom')::numeric, r.behind_from)
FROM rule_set_before r LEFT JOIN (
  SELECT before FROM event WHERE action = 'rules.changed' ORDER BY sequence LIMIT 1) e ON true
WHERE r.in_force;
INSERT INTO rule_set (in_force_from, key, ahead_from, on_track_from, behind_from)
SELECT DISTINCT ON (at) at, after ->> 'key', (after ->> 'aheadFrom')::numeric, (after ->> 'onTrackFrom')::numeric,
  (after ->> 'behindFrom')::numeric
FROM event WHERE action = 'rules.changed' ORDER BY at, sequence DESC;
DROP TABLE rule_set_before;
ALTER TABLE rule_set ADD CONSTRAINT rule_set_bounds_fall CHECK (ahead_from > on_track_from AND on_track_from > behind_from);
CREATE TRIGGER rule_set_append_only BEFORE UPDATE OR DELETE ON rule_set
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_set_never_truncated BEFORE TRUNCATE ON rule_set
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE slip_rule ADD COLUMN "in_force_from" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01T00:00:00Z';
ALTER TABLE slip_rule DROP CONSTRAINT slip_rule_pkey;
ALTER TABLE slip_rule ADD CONSTRAINT "slip_rule_pkey" PRIMARY KEY ("key", "in_force_from");
-- The rule as it began is what its first change replaced.
UPDATE slip_rule r SET after_days = (e.before ->> 'afterDays')::int, colour = e.before ->> 'colour',
  is_enabled = (e.before ->> 'isEnabled')::boolean
FROM (SELECT DISTINCT ON (entity_id) entity_id, before FROM event WHERE action = 'rules.slips-changed'
  ORDER BY entity_id, sequence) e
WHERE e.entity_id = r.key;
INSERT INTO slip_rule (key, in_force_from, condition, after_days, colour, is_enabled)
SELECT DISTINCT ON (e.entity_id, e.at) e.entity_id, e.at, r.condition, (e.after ->> 'afterDays')::int,
  e.after ->> 'colour', (e.after ->> 'isEnabled')::boolean
FROM event e JOIN slip_rule r ON r.key = e.entity_id WHERE e.action = 'rules.slips-changed'
ORDER BY e.entity_id, e.at, e.sequence DESC;
ALTER TABLE slip_rule ALTER COLUMN "in_force_from" DROP DEFAULT;
CREATE TRIGGER slip_rule_append_only BEFORE UPDATE OR DELETE ON slip_rule
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER slip_rule_never_truncated BEFORE TRUNCATE ON slip_rule
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---- taken back, and when ----------------------------------------------------------------------------------------
ALTER TABLE "target_request" ADD COLUMN "cancelled_at" TIMESTAMPTZ(3);
UPDATE target_request r SET cancelled_at = e.at FROM event e
WHERE e.action = 'request.cancelled' AND e.entity_id = r.id::text AND r.state = 'cancelled';
UPDATE target_request SET cancelled_at = requested_at WHERE state = 'cancelled' AND cancelled_at IS NULL;
ALTER TABLE target_request ADD CONSTRAINT request_cancelled_when CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL));

ALTER TABLE "instruction" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
UPDATE instruction i SET withdrawn_at = e.at FROM event e
WHERE e.action = 'instruction.withdrawn' AND e.entity_id = i.id::text AND i.state = 'withdrawn';
UPDATE instruction SET withdrawn_at = sent_at WHERE state = 'withdrawn' AND withdrawn_at IS NULL;
ALTER TABLE instruction ADD CONSTRAINT instruction_withdrawn_when
  CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL));
