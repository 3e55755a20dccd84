-- Files that prove a report.

-- AlterTable
ALTER TABLE "target" ADD COLUMN     "evidence_required" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "evidence_file" (
    "id" UUID NOT NULL,
    "update_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploader_id" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_file_storage_key_key" ON "evidence_file"("storage_key");

-- CreateIndex
CREATE INDEX "evidence_file_update_id_idx" ON "evidence_file"("update_id");

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_update_id_fkey" FOREIGN KEY ("update_id") REFERENCES "progress_update"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_uploader_id_fkey" FOREIGN KEY ("uploader_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE evidence_file
  ADD CONSTRAINT evidence_size CHECK (size > 0),
  ADD CONSTRAINT evidence_named CHECK (length(trim(name)) > 0),
  ADD CONSTRAINT evidence_hash CHECK (sha256 ~ '^[0-9a-f]{64}$');

-- A file comes and goes with its draft; once the report is submitted it stays.
CREATE FUNCTION check_evidence_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR
    (SELECT state FROM progress_update WHERE id = COALESCE(OLD.update_id, NEW.update_id)) <> 'draft'
  THEN
    RAISE EXCEPTION 'the evidence of a submitted update is kept as it is' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER evidence_kept BEFORE INSERT OR UPDATE OR DELETE ON evidence_file
  FOR EACH ROW EXECUTE FUNCTION check_evidence_change();
CREATE TRIGGER evidence_never_truncated BEFORE TRUNCATE ON evidence_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
