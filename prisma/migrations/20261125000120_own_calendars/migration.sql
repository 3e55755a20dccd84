-- Reporting on dates of the office's own.

-- AlterTable
ALTER TABLE "target" ADD COLUMN     "calendar_id" UUID;

-- CreateTable
CREATE TABLE "own_calendar" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_date" (
    "calendar_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "reporting_date_pkey" PRIMARY KEY ("calendar_id","as_of")
);

-- CreateIndex
CREATE UNIQUE INDEX "own_calendar_name_key" ON "own_calendar"("name");

-- CreateIndex
CREATE INDEX "target_calendar_id_idx" ON "target"("calendar_id");

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "own_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_date" ADD CONSTRAINT "reporting_date_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "own_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE target DROP CONSTRAINT target_calendar;
ALTER TABLE target
  ADD CONSTRAINT target_calendar CHECK (calendar IN
    ('monthly', 'bi-monthly', 'quarterly', 'half-yearly', 'yearly', 'none', 'custom')),
  ADD CONSTRAINT target_own_calendar CHECK ((calendar = 'custom') = (calendar_id IS NOT NULL));
ALTER TABLE own_calendar ADD CONSTRAINT own_calendar_named CHECK (length(trim(name)) > 0 AND length(trim(name_en)) > 0);
ALTER TABLE reporting_date ADD CONSTRAINT reporting_date_due_after CHECK (due_on >= as_of);
