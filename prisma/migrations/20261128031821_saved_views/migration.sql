-- Watch lists and named lists of targets: settings of a user.
-- CreateTable
CREATE TABLE "starred_target" (
    "user_id" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "starred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "starred_target_pkey" PRIMARY KEY ("user_id","target_id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "starred_target_target_id_idx" ON "starred_target"("target_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_user_id_name_key" ON "saved_view"("user_id", "name");

-- AddForeignKey
ALTER TABLE "starred_target" ADD CONSTRAINT "starred_target_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "starred_target" ADD CONSTRAINT "starred_target_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE saved_view ADD CONSTRAINT saved_view_name CHECK (name <> '');
