-- Targets worked out from their parts, and periods that close for entry.

-- AlterTable
ALTER TABLE "target" ADD COLUMN     "closes_after_days" INTEGER,
ADD COLUMN     "roll_up" TEXT;

-- CreateTable
CREATE TABLE "late_opening" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "period_end" DATE NOT NULL,
    "open_until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_by_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "late_opening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "late_opening_target_id_idx" ON "late_opening"("target_id");

-- AddForeignKey
ALTER TABLE "late_opening" ADD CONSTRAINT "late_opening_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_opening" ADD CONSTRAINT "late_opening_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE target
  ADD CONSTRAINT target_roll_up CHECK (roll_up IN ('sum', 'weighted-mean', 'latest', 'worst-of')),
  ADD CONSTRAINT target_closes_after CHECK (closes_after_days BETWEEN 0 AND 366);
ALTER TABLE late_opening ADD CONSTRAINT late_opening_says_why CHECK (length(trim(reason)) > 0);
CREATE TRIGGER late_opening_append_only BEFORE UPDATE OR DELETE ON late_opening
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- No target is a part of itself, however far up.
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

-- A value rolled up from parts has no update of its own: what counts is the day it speaks of.
-- The light and the freshness of every target on a day, from what was known at a moment. The same rule as
-- lightOn() and freshnessOn() in lib/domain/targets/standing.ts; a test holds the two together.
CREATE OR REPLACE FUNCTION standing_on(day date, moment timestamptz)
RETURNS TABLE (
  target_id uuid, update_id uuid, value numeric, as_of date, completion_ratio numeric, expected_ratio numeric,
  gap_points numeric, reason text, met boolean,
  adjusted boolean, stored_light text, light text, freshness text, start_on date,
  due_on date, next_report_opens_on date, next_report_due_on date)
LANGUAGE sql STABLE AS $$
  SELECT s.target_id, s.update_id, s.value, s.as_of, s.completion_ratio, s.expected_ratio, s.gap_points, s.reason,
    s.met, s.adjusted, s.light,
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
