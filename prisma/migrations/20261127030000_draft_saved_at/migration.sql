-- When a draft was last saved: two browsers with the same draft are told which text is newer.
ALTER TABLE "progress_update" ADD COLUMN "saved_at" TIMESTAMPTZ(3);
