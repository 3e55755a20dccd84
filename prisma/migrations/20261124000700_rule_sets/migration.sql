-- The preset bands belong to every database, also to one that nothing is loaded into.

INSERT INTO rule_set (key, ahead_from, on_track_from, behind_from, in_force) VALUES
  ('default', 5, -5, -15, true), ('strict', 5, 0, -15, false)
ON CONFLICT (key) DO NOTHING;

-- An account that may no longer sign in keeps what it has done.
ALTER TABLE user_account ADD COLUMN "disabled_at" TIMESTAMPTZ(3);
