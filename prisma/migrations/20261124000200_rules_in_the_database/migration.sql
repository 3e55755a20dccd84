-- What must hold whoever writes: closed lists, needed values, ordered periods, append-only history.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- ---- closed lists ---------------------------------------------------------------------------------------
ALTER TABLE user_account ADD CONSTRAINT user_office_role CHECK (office_role IN ('supervisor', 'administrator', 'reader'));
ALTER TABLE membership ADD CONSTRAINT membership_role CHECK (role IN ('reporter', 'reviewer'));
ALTER TABLE metric
  ADD CONSTRAINT metric_kind CHECK (kind IN ('cumulative', 'level', 'growth', 'ratio', 'rank', 'milestone', 'yes-no')),
  ADD CONSTRAINT metric_direction CHECK (direction IN ('increase', 'decrease')),
  ADD CONSTRAINT metric_precision CHECK (precision BETWEEN 0 AND 6);
ALTER TABLE target
  ADD CONSTRAINT target_comparator CHECK (comparator IN
    ('at-least', 'more-than', 'at-most', 'less-than', 'equal', 'about', 'between', 'within-rank')),
  ADD CONSTRAINT target_state CHECK (state IN ('draft', 'issued', 'received', 'closed', 'withdrawn')),
  ADD CONSTRAINT target_visibility CHECK (visibility IN ('public', 'internal')),
  ADD CONSTRAINT target_calendar CHECK (calendar IN
    ('monthly', 'bi-monthly', 'quarterly', 'half-yearly', 'yearly', 'none')),
  ADD CONSTRAINT target_plan_shape CHECK (plan_shape IN ('linear', 'flat', 'points', 'last-year', 'milestones')),
  ADD CONSTRAINT target_plan_points CHECK (jsonb_typeof(plan_points) = 'array'),
  ADD CONSTRAINT target_baseline_origin CHECK (baseline_origin IN ('printed', 'derived'));
ALTER TABLE past_value ADD CONSTRAINT past_value_origin CHECK (origin IN ('printed', 'derived', 'illustrative'));
ALTER TABLE progress_update ADD CONSTRAINT update_state CHECK (state IN
  ('draft', 'submitted', 'approved', 'returned', 'superseded', 'discarded'));
ALTER TABLE target_standing ADD CONSTRAINT standing_light CHECK (light IN
  ('achieved', 'ahead', 'on-track', 'behind', 'far-behind', 'missed', 'not-started', 'no-report', 'unset'));

-- ---- a target's own arithmetic --------------------------------------------------------------------------
ALTER TABLE target
  ADD CONSTRAINT target_period CHECK (start_on <= due_on),
  ADD CONSTRAINT target_between_bounds CHECK
    (comparator <> 'between' OR value IS NULL OR (upper_value IS NOT NULL AND upper_value >= value)),
  ADD CONSTRAINT target_upper_only_between CHECK (upper_value IS NULL OR comparator = 'between'),
  ADD CONSTRAINT target_rank_places CHECK (comparator <> 'within-rank'
    OR ((value IS NULL OR (value >= 1 AND value = trunc(value)))
      AND (stretch_value IS NULL OR (stretch_value >= 1 AND stretch_value = trunc(stretch_value))))),
  ADD CONSTRAINT target_baseline_whole CHECK
    ((baseline_value IS NULL) = (baseline_year IS NULL) AND (baseline_value IS NULL) = (baseline_origin IS NULL)),
  ADD CONSTRAINT target_weight CHECK (weight >= 0),
  ADD CONSTRAINT target_cut_off CHECK (cut_off_working_days BETWEEN 0 AND 60);
ALTER TABLE milestone_step ADD CONSTRAINT step_weight CHECK (weight > 0);

CREATE FUNCTION check_target_against_metric() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  metric_kind text;
BEGIN
  SELECT kind INTO metric_kind FROM metric WHERE id = NEW.metric_id;
  IF NEW.state <> 'draft' AND NEW.value IS NULL AND metric_kind NOT IN ('milestone', 'yes-no') THEN
    RAISE EXCEPTION 'target % cannot leave draft without a value', NEW.code USING ERRCODE = 'check_violation',
      CONSTRAINT = 'target_issued_needs_value';
  END IF;
  IF (NEW.comparator = 'within-rank') <> (metric_kind = 'rank') THEN
    RAISE EXCEPTION 'within-rank belongs to a rank and a rank to within-rank (target %)', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'target_rank_comparator';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_against_metric BEFORE INSERT OR UPDATE ON target
  FOR EACH ROW EXECUTE FUNCTION check_target_against_metric();

-- ---- updates: who, when, and only once ------------------------------------------------------------------
ALTER TABLE progress_update
  ADD CONSTRAINT update_submitted_has_time CHECK (state IN ('draft', 'discarded') OR submitted_at IS NOT NULL),
  ADD CONSTRAINT update_decided_has_time CHECK
    (state NOT IN ('approved', 'returned', 'superseded') OR (decided_at IS NOT NULL AND reviewer_id IS NOT NULL)),
  ADD CONSTRAINT update_returned_has_reason CHECK (state <> 'returned' OR length(trim(return_reason)) > 0),
  ADD CONSTRAINT update_not_reviewed_by_author CHECK (reviewer_id IS NULL OR reviewer_id <> author_id),
  ADD CONSTRAINT update_superseded_has_time CHECK ((state = 'superseded') = (superseded_at IS NOT NULL)),
  ADD CONSTRAINT update_times_in_order CHECK (
    (submitted_at IS NULL OR submitted_at >= created_at)
    AND (decided_at IS NULL OR decided_at >= submitted_at)
    AND (superseded_at IS NULL OR superseded_at >= decided_at)),
  ADD CONSTRAINT update_denominator CHECK (denominator IS NULL OR denominator <> 0);
CREATE UNIQUE INDEX update_one_approved_per_day ON progress_update (target_id, as_of) WHERE state = 'approved';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is not allowed: its history is kept', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER update_never_deleted BEFORE DELETE ON progress_update
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER update_never_truncated BEFORE TRUNCATE ON progress_update
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_append_only BEFORE UPDATE OR DELETE ON revision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_never_truncated BEFORE TRUNCATE ON revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_never_truncated BEFORE TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_update_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND
    (NEW.target_id, NEW.as_of, NEW.value, NEW.numerator, NEW.denominator, NEW.note, NEW.problems, NEW.next_step,
      NEW.evidence, NEW.author_id, NEW.supersedes_id, NEW.illustrative, NEW.created_at, NEW.submitted_at)
    IS DISTINCT FROM
    (OLD.target_id, OLD.as_of, OLD.value, OLD.numerator, OLD.denominator, OLD.note, OLD.problems, OLD.next_step,
      OLD.evidence, OLD.author_id, OLD.supersedes_id, OLD.illustrative, OLD.created_at, OLD.submitted_at)
  THEN
    RAISE EXCEPTION 'a submitted update is never rewritten; a correction is a new update'
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF OLD.state <> NEW.state AND (OLD.state || ' ' || NEW.state) NOT IN
    ('draft submitted', 'draft discarded', 'submitted approved', 'submitted returned', 'approved superseded')
  THEN
    RAISE EXCEPTION 'an update cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER update_values_kept BEFORE UPDATE ON progress_update
  FOR EACH ROW EXECUTE FUNCTION check_update_change();

CREATE FUNCTION check_update_step_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT state FROM progress_update WHERE id = COALESCE(OLD.update_id, NEW.update_id)) <> 'draft' THEN
    RAISE EXCEPTION 'the steps of a submitted update are never rewritten' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER update_steps_kept BEFORE UPDATE OR DELETE ON update_step
  FOR EACH ROW EXECUTE FUNCTION check_update_step_change();

-- ---- standings --------------------------------------------------------------------------------------------
ALTER TABLE target_standing ADD CONSTRAINT standing_span CHECK (known_to IS NULL OR known_to > known_from);
CREATE UNIQUE INDEX standing_one_present ON target_standing (target_id) WHERE known_to IS NULL;

CREATE UNIQUE INDEX rule_set_one_in_force ON rule_set (in_force) WHERE in_force;

-- The light and the freshness of every target on a day, from what was known at a moment. The same rule as
-- lightOn() and freshnessOn() in lib/domain/targets/standing.ts; a test holds the two together.
CREATE FUNCTION standing_on(day date, moment timestamptz)
RETURNS TABLE (
  target_id uuid, update_id uuid, value numeric, as_of date, completion_ratio numeric, expected_ratio numeric,
  gap_points numeric, reason text, met boolean, stored_light text, light text, freshness text, start_on date,
  due_on date, next_report_opens_on date, next_report_due_on date)
LANGUAGE sql STABLE AS $$
  SELECT s.target_id, s.update_id, s.value, s.as_of, s.completion_ratio, s.expected_ratio, s.gap_points, s.reason,
    s.met, s.light,
    CASE
      WHEN s.light = 'unset' THEN 'unset'
      WHEN day < s.start_on THEN 'not-started'
      WHEN s.update_id IS NULL OR s.light = 'no-report' THEN 'no-report'
      WHEN s.light = 'achieved' THEN 'achieved'
      WHEN day > s.due_on AND s.met IS NOT TRUE THEN 'missed'
      ELSE s.light
    END,
    CASE
      WHEN s.next_report_opens_on IS NULL OR s.next_report_due_on IS NULL OR day < s.next_report_opens_on
        THEN 'current'
      WHEN day <= s.next_report_due_on THEN 'due'
      WHEN s.update_id IS NOT NULL THEN 'late'
      ELSE 'never'
    END,
    s.start_on, s.due_on, s.next_report_opens_on, s.next_report_due_on
  FROM target_standing s
  WHERE s.known_from <= moment AND (s.known_to IS NULL OR s.known_to > moment)
$$;

-- ---- search -------------------------------------------------------------------------------------------------
CREATE INDEX target_search ON target USING gin (search_text gin_trgm_ops);
