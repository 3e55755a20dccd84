-- Public holidays and make-up working days that the library does not know yet, or that a later notice corrected.

-- CreateTable
CREATE TABLE "special_day" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "special_day_pkey" PRIMARY KEY ("day")
);

ALTER TABLE special_day
  ADD CONSTRAINT special_day_kind CHECK (kind IN ('holiday', 'make-up')),
  ADD CONSTRAINT special_day_named CHECK (length(trim(name)) > 0);
