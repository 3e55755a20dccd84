-- One row: the migration after which every standing was last worked out anew. None yet: they are at the next start.
CREATE TABLE "standings_built" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "migration" TEXT NOT NULL,

    CONSTRAINT "standings_built_pkey" PRIMARY KEY ("id")
);
ALTER TABLE standings_built ADD CONSTRAINT standings_built_one_row CHECK (id = 1);
