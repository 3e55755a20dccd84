-- Tours of the desks that users have hidden: settings of a user.
-- CreateTable
CREATE TABLE "dismissed_tour" (
    "user_id" TEXT NOT NULL,
    "desk" TEXT NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dismissed_tour_pkey" PRIMARY KEY ("user_id","desk")
);

-- AddForeignKey
ALTER TABLE "dismissed_tour" ADD CONSTRAINT "dismissed_tour_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE dismissed_tour ADD CONSTRAINT dismissed_tour_desk CHECK (desk IN ('my', 'review', 'supervision', 'admin', 'overview'));
