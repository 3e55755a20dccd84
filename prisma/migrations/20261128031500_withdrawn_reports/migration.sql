-- A reporter may take back a report until it is decided. It stays as a withdrawn report; decided_at is when it ended.
ALTER TABLE progress_update
  DROP CONSTRAINT update_state,
  DROP CONSTRAINT update_decided_has_time,
  ADD CONSTRAINT update_state CHECK (state IN
    ('draft', 'submitted', 'approved', 'returned', 'withdrawn', 'superseded', 'discarded')),
  ADD CONSTRAINT update_decided_has_time CHECK
    (state NOT IN ('approved', 'returned', 'superseded') OR (decided_at IS NOT NULL AND reviewer_id IS NOT NULL)),
  ADD CONSTRAINT update_withdrawn_has_time CHECK
    (state <> 'withdrawn' OR (decided_at IS NOT NULL AND reviewer_id IS NULL));
