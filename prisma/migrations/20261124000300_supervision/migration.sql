-- The life of a target, what departments ask for, what leaders instruct, and terms that cannot be changed in silence.

-- AlterTable
ALTER TABLE "target" ADD COLUMN     "issued_on" DATE,
ADD COLUMN     "receive_due_on" DATE;

-- AlterTable
ALTER TABLE "target_standing" ADD COLUMN     "adjusted" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "target_transition" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "authority" TEXT NOT NULL DEFAULT '',
    "verdict" TEXT,

    CONSTRAINT "target_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_request" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "proposed" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL,
    "authority" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'pending',
    "requester_id" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decider_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "target_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instruction" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "given_by" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "reply_due_on" DATE NOT NULL,
    "rule" TEXT,
    "period_end" DATE,
    "state" TEXT NOT NULL DEFAULT 'sent',
    "sender_id" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "instruction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instruction_reply" (
    "id" UUID NOT NULL,
    "instruction_id" UUID NOT NULL,
    "author_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "replied_at" TIMESTAMPTZ(3) NOT NULL,
    "judge_id" TEXT,
    "judged_at" TIMESTAMPTZ(3),
    "is_accepted" BOOLEAN,
    "judgement" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "instruction_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slip_rule" (
    "key" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "after_days" INTEGER NOT NULL DEFAULT 0,
    "colour" TEXT NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "slip_rule_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "target_transition_target_id_at_idx" ON "target_transition"("target_id", "at");

-- CreateIndex
CREATE INDEX "target_request_target_id_idx" ON "target_request"("target_id");

-- CreateIndex
CREATE INDEX "target_request_state_idx" ON "target_request"("state");

-- CreateIndex
CREATE INDEX "instruction_target_id_idx" ON "instruction"("target_id");

-- CreateIndex
CREATE INDEX "instruction_state_idx" ON "instruction"("state");

-- CreateIndex
CREATE INDEX "instruction_reply_instruction_id_idx" ON "instruction_reply"("instruction_id");

-- AddForeignKey
ALTER TABLE "target_transition" ADD CONSTRAINT "target_transition_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_transition" ADD CONSTRAINT "target_transition_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_request" ADD CONSTRAINT "target_request_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_request" ADD CONSTRAINT "target_request_requester_id_fkey" FOREIGN KEY ("requester_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_request" ADD CONSTRAINT "target_request_decider_id_fkey" FOREIGN KEY ("decider_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction_reply" ADD CONSTRAINT "instruction_reply_instruction_id_fkey" FOREIGN KEY ("instruction_id") REFERENCES "instruction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction_reply" ADD CONSTRAINT "instruction_reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction_reply" ADD CONSTRAINT "instruction_reply_judge_id_fkey" FOREIGN KEY ("judge_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---- closed lists ---------------------------------------------------------------------------------------
ALTER TABLE target_transition
  ADD CONSTRAINT transition_known CHECK ((step || ' ' || from_state || ' ' || to_state) IN
    ('issue draft issued', 'receive issued received', 'close received closed', 'reopen closed received',
     'withdraw draft withdrawn', 'withdraw issued withdrawn', 'withdraw received withdrawn')),
  ADD CONSTRAINT transition_verdict CHECK (verdict IN ('completed', 'partly-completed', 'not-completed')),
  ADD CONSTRAINT transition_closed_has_verdict CHECK ((step = 'close') = (verdict IS NOT NULL)),
  ADD CONSTRAINT transition_says_why CHECK (step IN ('issue', 'receive') OR length(trim(note)) > 0);
ALTER TABLE target_request
  ADD CONSTRAINT request_kind CHECK (kind IN ('extension', 'revision', 'closing')),
  ADD CONSTRAINT request_state CHECK (state IN ('pending', 'approved', 'refused', 'cancelled')),
  ADD CONSTRAINT request_proposed CHECK (jsonb_typeof(proposed) = 'object'),
  ADD CONSTRAINT request_says_why CHECK (length(trim(reason)) > 0),
  ADD CONSTRAINT request_decided_whole CHECK
    ((state IN ('approved', 'refused')) = (decider_id IS NOT NULL AND decided_at IS NOT NULL)),
  ADD CONSTRAINT request_not_decided_by_requester CHECK (decider_id IS NULL OR decider_id <> requester_id),
  ADD CONSTRAINT request_refused_has_note CHECK (state <> 'refused' OR length(trim(decision_note)) > 0);
CREATE UNIQUE INDEX request_one_pending_of_a_kind ON target_request (target_id, kind) WHERE state = 'pending';
ALTER TABLE instruction
  ADD CONSTRAINT instruction_kind CHECK (kind IN ('instruction', 'slip')),
  ADD CONSTRAINT instruction_colour CHECK (colour IN ('blue', 'yellow', 'red')),
  ADD CONSTRAINT instruction_state CHECK (state IN ('sent', 'replied', 'accepted', 'withdrawn')),
  ADD CONSTRAINT instruction_says_what CHECK (length(trim(body)) > 0 AND length(trim(given_by)) > 0);
ALTER TABLE slip_rule
  ADD CONSTRAINT slip_rule_condition CHECK (condition IN ('report-late', 'behind', 'far-behind', 'missed')),
  ADD CONSTRAINT slip_rule_colour CHECK (colour IN ('blue', 'yellow', 'red')),
  ADD CONSTRAINT slip_rule_after_days CHECK (after_days BETWEEN 0 AND 366);
INSERT INTO slip_rule (key, condition, after_days, colour) VALUES
  ('late-1', 'report-late', 1, 'blue'), ('late-10', 'report-late', 10, 'yellow'), ('late-30', 'report-late', 30, 'red'),
  ('behind', 'behind', 0, 'blue'), ('far-behind', 'far-behind', 0, 'yellow'), ('missed', 'missed', 0, 'red');
ALTER TABLE instruction_reply
  ADD CONSTRAINT reply_says_what CHECK (length(trim(body)) > 0),
  ADD CONSTRAINT reply_judged_whole CHECK
    ((is_accepted IS NULL) = (judge_id IS NULL) AND (is_accepted IS NULL) = (judged_at IS NULL)),
  ADD CONSTRAINT reply_not_judged_by_author CHECK (judge_id IS NULL OR judge_id <> author_id),
  ADD CONSTRAINT reply_refused_says_why CHECK (is_accepted IS NOT FALSE OR length(trim(judgement)) > 0);
ALTER TABLE revision ADD CONSTRAINT revision_says_why CHECK (length(trim(reason)) > 0 AND length(trim(authority)) > 0);

CREATE TRIGGER transition_append_only BEFORE UPDATE OR DELETE ON target_transition
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transition_never_truncated BEFORE TRUNCATE ON target_transition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER request_never_deleted BEFORE DELETE ON target_request
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER instruction_never_deleted BEFORE DELETE ON instruction
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reply_never_deleted BEFORE DELETE ON instruction_reply
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A draft without its figure may be withdrawn; it may not be issued.
CREATE OR REPLACE FUNCTION check_target_against_metric() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  metric_kind text;
BEGIN
  SELECT kind INTO metric_kind FROM metric WHERE id = NEW.metric_id;
  IF NEW.state NOT IN ('draft', 'withdrawn') AND NEW.value IS NULL AND metric_kind NOT IN ('milestone', 'yes-no') THEN
    RAISE EXCEPTION 'target % cannot leave draft without a value', NEW.code USING ERRCODE = 'check_violation',
      CONSTRAINT = 'target_issued_needs_value';
  END IF;
  IF (NEW.comparator = 'within-rank') <> (metric_kind = 'rank') THEN
    RAISE EXCEPTION 'within-rank belongs to a rank and a rank to within-rank (target %)', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'target_rank_comparator';
  END IF;
  RETURN NEW;
END $$;

-- ---- no goalpost moves in silence -------------------------------------------------------------------------
-- Looked at when the transaction commits: changed terms need a revision, and a changed state a transition, written by
-- the same transaction.
CREATE FUNCTION check_target_change_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.owner_id, NEW.metric_id, NEW.comparator, NEW.value, NEW.upper_value, NEW.stretch_value, NEW.baseline_value,
      NEW.baseline_year, NEW.baseline_origin, NEW.start_on, NEW.due_on, NEW.plan_shape, NEW.plan_points,
      NEW.merge_january_february)
    IS DISTINCT FROM
    (OLD.owner_id, OLD.metric_id, OLD.comparator, OLD.value, OLD.upper_value, OLD.stretch_value, OLD.baseline_value,
      OLD.baseline_year, OLD.baseline_origin, OLD.start_on, OLD.due_on, OLD.plan_shape, OLD.plan_points,
      OLD.merge_january_february)
    AND NOT EXISTS (SELECT 1 FROM revision WHERE target_id = NEW.id AND xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'the terms of target % change only with a revision', NEW.code
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF NEW.state <> OLD.state AND NOT EXISTS (SELECT 1 FROM target_transition
    WHERE target_id = NEW.id AND to_state = NEW.state AND xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'the state of target % changes only with a transition', NEW.code
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER target_change_is_recorded AFTER UPDATE ON target DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_target_change_is_recorded();

CREATE FUNCTION check_step_change_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM revision
    WHERE target_id = OLD.target_id AND xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'the steps of a target change only with a revision' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER step_change_is_recorded AFTER UPDATE OR DELETE ON milestone_step DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_step_change_is_recorded();

-- ---- standings say whether the target was adjusted ---------------------------------------------------------
DROP FUNCTION standing_on(date, timestamptz);
-- The light and the freshness of every target on a day, from what was known at a moment. The same rule as
-- lightOn() and freshnessOn() in lib/domain/targets/standing.ts; a test holds the two together.
CREATE FUNCTION standing_on(day date, moment timestamptz)
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
