-- DropIndex
DROP INDEX "target_search";

-- CreateTable
CREATE TABLE "column_mapping" (
    "fingerprint" TEXT NOT NULL,
    "roles" JSONB NOT NULL,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("fingerprint")
);
