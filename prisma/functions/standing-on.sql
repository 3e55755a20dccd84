-- The light, the freshness and the gap of every target on a day, from what was known at a moment. The same rules as
-- lightOn(), freshnessOn() and gapOn() in lib/domain/targets/standing.ts; a test compares the two.
CREATE FUNCTION standing_on(day date, moment timestamptz)
RETURNS TABLE (
  target_id uuid, owner_id uuid, update_id uuid, value numeric, as_of date, illustrative boolean,
  completion_ratio numeric, expected_ratio numeric, gap_points numeric, gap_value numeric, judged_value numeric, reason text, met boolean,
  adjusted boolean, stored_light text, light text, freshness text, start_on date,
  due_on date, next_report_opens_on date, next_report_due_on date)
LANGUAGE sql STABLE AS $$
  SELECT s.target_id, s.owner_id, s.update_id, s.value, s.as_of, s.illustrative, s.completion_ratio,
    s.expected_ratio, s.gap_points,
    CASE WHEN s.gap_value IS NOT NULL AND EXISTS (SELECT FROM unnest(s.open_steps) planned WHERE planned < day)
      THEN -(SELECT count(*) FROM unnest(s.open_steps) planned WHERE planned < day)
      ELSE s.gap_value
    END,
    s.judged_value, s.reason, s.met, s.adjusted, s.light,
    CASE
      WHEN s.light IN ('unset', 'achieved', 'missed') THEN s.light
      WHEN day < s.start_on THEN 'not-started'
      WHEN day > s.due_on AND s.met IS NOT TRUE
        AND (s.next_report_opens_on IS NULL OR day >= s.next_report_opens_on) THEN 'missed'
      WHEN s.as_of IS NULL AND s.light <> 'not-started' THEN 'no-report'
      WHEN s.far_behind_from <= day THEN 'far-behind'
      WHEN s.behind_from <= day AND s.light IN ('ahead', 'on-track') THEN 'behind'
      ELSE s.light
    END,
    CASE
      WHEN s.next_report_opens_on IS NULL OR s.next_report_due_on IS NULL OR day < s.next_report_opens_on
        THEN CASE WHEN s.as_of IS NULL OR day >= s.not_expected_from THEN 'not-expected' ELSE 'current' END
      WHEN day <= s.next_report_due_on THEN 'due'
      WHEN s.as_of IS NOT NULL THEN 'late'
      ELSE 'never'
    END,
    s.start_on, s.due_on, s.next_report_opens_on, s.next_report_due_on
  FROM target_standing s
  WHERE s.known_from <= moment AND (s.known_to IS NULL OR s.known_to > moment)
$$;
