-- Documents that the office adds: their address and who may read them, and what the recogniser proposes from them.
-- DropForeignKey
ALTER TABLE "source_section" DROP CONSTRAINT "source_section_department_id_fkey";

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "text_hash" TEXT,
ADD COLUMN     "visibility" TEXT NOT NULL DEFAULT 'internal';

-- AlterTable
ALTER TABLE "source_section" ALTER COLUMN "department_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "ends_at" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "fields" JSONB NOT NULL,
    "words" JSONB NOT NULL DEFAULT '[]',
    "merged_into_id" UUID,
    "merged_as" TEXT,
    "target_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "proposal_target_id_key" ON "proposal"("target_id");

-- CreateIndex
CREATE INDEX "proposal_source_id_idx" ON "proposal"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_text_hash_key" ON "source"("text_hash");

-- AddForeignKey
ALTER TABLE "source_section" ADD CONSTRAINT "source_section_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE source ADD CONSTRAINT source_visibility CHECK (visibility IN ('public', 'internal'));
ALTER TABLE proposal
  ADD CONSTRAINT proposal_origin CHECK (origin IN ('read', 'selected')),
  ADD CONSTRAINT proposal_state CHECK (state IN ('open', 'accepted', 'dismissed', 'merged')),
  ADD CONSTRAINT proposal_merged_as CHECK (merged_as IN ('baseline', 'past-value', 'growth', 'stretch', 'step', 'note')),
  ADD CONSTRAINT proposal_merged CHECK ((state = 'merged') = (merged_into_id IS NOT NULL) AND (merged_into_id IS NULL) = (merged_as IS NULL)),
  ADD CONSTRAINT proposal_span CHECK (0 <= starts_at AND starts_at < ends_at);
-- Everyone could read the documents that are there.
UPDATE source SET visibility = 'public';
