-- AlterTable
ALTER TABLE "progress_update" ADD COLUMN     "on_behalf_of_id" TEXT;

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "delegate_id" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegation_delegate_id_idx" ON "delegation"("delegate_id");

-- CreateIndex
CREATE INDEX "delegation_membership_id_idx" ON "delegation"("membership_id");

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "delegation" ADD CONSTRAINT "delegation_days" CHECK ("starts_on" <= "ends_on");
