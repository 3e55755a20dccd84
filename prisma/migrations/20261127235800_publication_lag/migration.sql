-- Statistics that are published months after the period they describe. A custom calendar names its own due dates.
ALTER TABLE target
  ADD COLUMN publication_lag_months INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT target_publication_lag CHECK (publication_lag_months BETWEEN 0 AND 24),
  ADD CONSTRAINT target_lag_of_regular_calendar CHECK (publication_lag_months = 0 OR calendar NOT IN ('custom', 'none'));
