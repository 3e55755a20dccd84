-- AlterTable
ALTER TABLE "milestone_step" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);
