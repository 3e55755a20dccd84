-- The visibility of each evidence file; files from before are internal.
ALTER TABLE evidence_file
  ADD COLUMN visibility TEXT NOT NULL DEFAULT 'internal',
  ADD CONSTRAINT evidence_file_visibility CHECK (visibility IN ('public', 'internal'));

-- Settings of the whole site, in one row; no row: the defaults.
CREATE TABLE site_setting (
  id INTEGER NOT NULL DEFAULT 1,
  shows_names BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT site_setting_pkey PRIMARY KEY (id),
  CONSTRAINT site_setting_one_row CHECK (id = 1)
);
