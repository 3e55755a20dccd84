-- A figure that a person typed is "entered" until it cites a source. Existing rows keep their origin.
ALTER TABLE target DROP CONSTRAINT target_baseline_origin,
  ADD CONSTRAINT target_baseline_origin CHECK (baseline_origin IN ('printed', 'derived', 'entered'));
ALTER TABLE past_value DROP CONSTRAINT past_value_origin,
  ADD CONSTRAINT past_value_origin CHECK (origin IN ('printed', 'derived', 'entered', 'illustrative'));
