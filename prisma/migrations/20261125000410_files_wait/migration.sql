-- A file that was asked for waits until it is its turn.
ALTER TABLE "bulletin_file" ALTER COLUMN "state" SET DEFAULT 'waiting';
ALTER TABLE bulletin_file
  DROP CONSTRAINT bulletin_file_state,
  ADD CONSTRAINT bulletin_file_state CHECK (state IN ('waiting', 'making', 'ready', 'failed', 'cancelled'));
DROP INDEX bulletin_file_made_once;
CREATE UNIQUE INDEX bulletin_file_made_once ON bulletin_file (bulletin_id, format, lang, stamp)
  WHERE state IN ('waiting', 'making', 'ready');
