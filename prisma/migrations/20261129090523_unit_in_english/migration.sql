-- AlterTable
ALTER TABLE "metric" ADD COLUMN     "unit_en" TEXT;
