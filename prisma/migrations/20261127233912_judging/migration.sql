-- How the readings of a target count, what "equal" and "about" accept, plans by value, and the gap in the metric's unit.
ALTER TABLE "rule_set" ADD COLUMN "kinds" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE rule_set ADD CONSTRAINT rule_set_kinds CHECK (jsonb_typeof(kinds) = 'object');

ALTER TABLE "target" ADD COLUMN "judging" TEXT NOT NULL DEFAULT 'latest',
ADD COLUMN "or_better" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "plan_values" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "tolerance" DECIMAL(24,6);

ALTER TABLE "target_standing" ADD COLUMN "behind_from" DATE,
ADD COLUMN "far_behind_from" DATE,
ADD COLUMN "gap_value" DECIMAL(26,6),
ADD COLUMN "judged_value" DECIMAL(26,6);

-- Until now "equal" and "about" accepted the metric's better side, except for 0. Existing promises keep their meaning,
-- which is now written down with each of them.
UPDATE target SET or_better = true
  FROM metric
  WHERE metric.id = target.metric_id AND metric.kind IN ('cumulative', 'level', 'growth', 'ratio')
    AND target.comparator IN ('equal', 'about') AND target.value IS DISTINCT FROM 0;

ALTER TABLE target DROP CONSTRAINT target_plan_shape;
ALTER TABLE target
  ADD CONSTRAINT target_plan_shape CHECK (plan_shape IN ('linear', 'flat', 'points', 'values', 'last-year', 'milestones')),
  ADD CONSTRAINT target_plan_values CHECK (jsonb_typeof(plan_values) = 'array'),
  ADD CONSTRAINT target_judging CHECK (judging IN ('latest', 'every-period', 'average', 'average-by-days',
    'average-by-denominator', 'best', 'end-of-period', 'sum-of-years')),
  ADD CONSTRAINT target_or_better CHECK (NOT or_better OR comparator IN ('equal', 'about')),
  ADD CONSTRAINT target_tolerance CHECK (tolerance IS NULL OR (tolerance >= 0 AND comparator = 'about'));
