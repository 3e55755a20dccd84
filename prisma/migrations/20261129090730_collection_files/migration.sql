-- Chart collections as files that the worker generates, and the viewed day of generated files.
-- AlterTable
ALTER TABLE "bulletin_file" ADD COLUMN "viewed_on" DATE;
UPDATE bulletin_file SET viewed_on = (requested_at AT TIME ZONE 'Asia/Shanghai')::date;
ALTER TABLE "bulletin_file" ALTER COLUMN "viewed_on" SET NOT NULL;

-- CreateTable
CREATE TABLE "collection_file" (
    "id" UUID NOT NULL,
    "query" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "failure" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "stamp" TEXT NOT NULL,
    "codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "storage_key" TEXT,
    "size" INTEGER,
    "requested_by_id" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "viewed_on" DATE NOT NULL,
    "alive_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "collection_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "collection_file_storage_key_key" ON "collection_file"("storage_key");

-- CreateIndex
CREATE INDEX "collection_file_requested_by_id_idx" ON "collection_file"("requested_by_id");

-- CreateIndex
CREATE INDEX "collection_file_expires_at_idx" ON "collection_file"("expires_at");

-- AddForeignKey
ALTER TABLE "collection_file" ADD CONSTRAINT "collection_file_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE collection_file
  ADD CONSTRAINT collection_file_format CHECK (format IN ('zip', 'docx', 'pptx', 'pdf')),
  ADD CONSTRAINT collection_file_lang CHECK (lang IN ('zh-CN', 'en')),
  ADD CONSTRAINT collection_file_state CHECK (state IN ('requested', 'generating', 'ready', 'failed', 'cancelled')),
  ADD CONSTRAINT collection_file_failure CHECK (failure IN ('error', 'worker-ended', 'no-access', 'missing', 'no-charts')),
  ADD CONSTRAINT collection_file_failed_says_why CHECK ((state = 'failed') = (failure IS NOT NULL)),
  ADD CONSTRAINT collection_file_ready_whole CHECK ((state = 'ready') = (storage_key IS NOT NULL AND size IS NOT NULL));
CREATE UNIQUE INDEX collection_file_generated_once ON collection_file (stamp)
  WHERE state IN ('requested', 'generating', 'ready');
