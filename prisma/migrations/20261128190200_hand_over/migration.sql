-- CreateTable
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL,
    "from_user_id" TEXT NOT NULL,
    "to_user_id" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hand_over_to_user_id_idx" ON "hand_over"("to_user_id");

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_from_user_id_fkey" FOREIGN KEY ("from_user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_to_user_id_fkey" FOREIGN KEY ("to_user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
