-- AlterTable
ALTER TABLE "site_setting" ADD COLUMN     "reminder_texts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "robot_messages" JSONB NOT NULL DEFAULT '{}';
