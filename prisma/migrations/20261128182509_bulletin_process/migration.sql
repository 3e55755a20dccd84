-- AlterTable
ALTER TABLE "bulletin" ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "checker_id" TEXT;

-- CreateTable
CREATE TABLE "bulletin_mail" (
    "id" UUID NOT NULL,
    "bulletin_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "failure" TEXT,
    "detail" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "requested_by_id" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulletin_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "automatic_draft" (
    "template_key" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "bulletin_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "automatic_draft_pkey" PRIMARY KEY ("template_key","month")
);

-- CreateIndex
CREATE INDEX "bulletin_mail_bulletin_id_idx" ON "bulletin_mail"("bulletin_id");

-- CreateIndex
CREATE UNIQUE INDEX "automatic_draft_bulletin_id_key" ON "automatic_draft"("bulletin_id");

-- AddForeignKey
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_checker_id_fkey" FOREIGN KEY ("checker_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_mail" ADD CONSTRAINT "bulletin_mail_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_mail" ADD CONSTRAINT "bulletin_mail_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automatic_draft" ADD CONSTRAINT "automatic_draft_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Closed lists (lib/schemas/bulletin.ts)
ALTER TABLE "bulletin_mail" ADD CONSTRAINT "bulletin_mail_state" CHECK (state IN ('queued', 'sent', 'failed'));
ALTER TABLE "bulletin_mail" ADD CONSTRAINT "bulletin_mail_lang" CHECK (lang IN ('zh-CN', 'en'));
ALTER TABLE "bulletin_mail" ADD CONSTRAINT "bulletin_mail_failure" CHECK (failure IN ('rejected', 'no-server', 'no-file', 'no-access'));
