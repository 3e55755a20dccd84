-- Named options of the chart studio, per office.
-- CreateTable
CREATE TABLE "chart_preset" (
    "id" UUID NOT NULL,
    "department_id" UUID,
    "name" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "options" TEXT NOT NULL,
    "logo_key" TEXT,
    "logo" TEXT,
    "logo_width" INTEGER,
    "logo_height" INTEGER,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chart_preset_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "chart_preset_logo_key_idx" ON "chart_preset"("logo_key");

-- CreateIndex
CREATE UNIQUE INDEX "chart_preset_department_id_name_key" ON "chart_preset"("department_id", "name");

-- AddForeignKey
ALTER TABLE "chart_preset" ADD CONSTRAINT "chart_preset_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE chart_preset
  ADD CONSTRAINT chart_preset_shared CHECK (department_id IS NULL OR NOT is_shared),
  ADD CONSTRAINT chart_preset_logo CHECK (num_nonnulls(logo_key, logo, logo_width, logo_height) IN (0, 4));
