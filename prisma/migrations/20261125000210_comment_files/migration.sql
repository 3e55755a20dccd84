-- Files that come with a comment: there with it from the start, and never changed.

ALTER TABLE "evidence_file" ALTER COLUMN "update_id" DROP NOT NULL;
ALTER TABLE "evidence_file" ADD COLUMN "comment_id" UUID;
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "target_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "evidence_file_comment_id_idx" ON "evidence_file"("comment_id");
ALTER TABLE evidence_file ADD CONSTRAINT evidence_of_one CHECK ((update_id IS NULL) <> (comment_id IS NULL));

-- A report's file comes and goes with its draft; a comment's is written with the comment. Then both stay.
CREATE OR REPLACE FUNCTION check_evidence_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'evidence is kept as it is' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF COALESCE(OLD.comment_id, NEW.comment_id) IS NOT NULL THEN
    IF TG_OP = 'DELETE' OR NOT EXISTS (
      SELECT 1 FROM target_comment WHERE id = NEW.comment_id AND xmin = pg_current_xact_id()::xid)
    THEN
      RAISE EXCEPTION 'the files of a comment are kept as it was written' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
  ELSIF (SELECT state FROM progress_update WHERE id = COALESCE(OLD.update_id, NEW.update_id)) <> 'draft' THEN
    RAISE EXCEPTION 'the evidence of a submitted update is kept as it is' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
