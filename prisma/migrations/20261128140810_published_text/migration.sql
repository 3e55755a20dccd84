-- AlterTable
ALTER TABLE "bulletin" ADD COLUMN     "published" JSONB;
