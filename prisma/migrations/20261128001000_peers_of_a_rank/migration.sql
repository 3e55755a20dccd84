-- How many places a ranking has: 3rd of 13. Without it only the place is known.
ALTER TABLE progress_update
  ADD COLUMN peers INTEGER,
  ADD CONSTRAINT update_peers CHECK (peers >= 1);
