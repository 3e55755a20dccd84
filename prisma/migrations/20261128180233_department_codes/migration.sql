-- AlterTable
ALTER TABLE "department" ADD COLUMN     "credit_code" TEXT,
ADD COLUMN     "division_code" TEXT;
