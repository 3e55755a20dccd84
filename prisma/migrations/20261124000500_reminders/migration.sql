-- Reminders: what people want, and what was sent.

-- CreateTable
CREATE TABLE "reminder_preference" (
    "user_id" TEXT NOT NULL,
    "email" BOOLEAN NOT NULL DEFAULT true,
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "calendar_hash" TEXT,

    CONSTRAINT "reminder_preference_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "digest_sent" (
    "user_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_sent_pkey" PRIMARY KEY ("user_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "reminder_preference_calendar_hash_key" ON "reminder_preference"("calendar_hash");

-- AddForeignKey
ALTER TABLE "reminder_preference" ADD CONSTRAINT "reminder_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_sent" ADD CONSTRAINT "digest_sent_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE reminder_preference ADD CONSTRAINT reminder_language CHECK (language IN ('zh-CN', 'en'));
