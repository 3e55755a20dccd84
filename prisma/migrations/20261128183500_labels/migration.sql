-- Labels of targets: topics, plans and categories, with the running number in a plan.
-- CreateTable
CREATE TABLE "label" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL DEFAULT '',
    "sort_order" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "merged_into_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_label" (
    "target_id" UUID NOT NULL,
    "label_id" UUID NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "target_label_pkey" PRIMARY KEY ("target_id","label_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "label_kind_name_key" ON "label"("kind", "name");

-- CreateIndex
CREATE INDEX "target_label_label_id_idx" ON "target_label"("label_id");

-- AddForeignKey
ALTER TABLE "label" ADD CONSTRAINT "label_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "label"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_label" ADD CONSTRAINT "target_label_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_label" ADD CONSTRAINT "target_label_label_id_fkey" FOREIGN KEY ("label_id") REFERENCES "label"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE label
  ADD CONSTRAINT label_kind CHECK (kind IN ('topic', 'plan', 'category')),
  ADD CONSTRAINT label_not_merged_into_itself CHECK (merged_into_id <> id);

-- The usual categories; an office renames, retires and adds to them.
INSERT INTO label (id, kind, name, name_en, sort_order) VALUES
  (gen_random_uuid(), 'category', '约束性指标', 'Binding', 1),
  (gen_random_uuid(), 'category', '预期性指标', 'Expected', 2),
  (gen_random_uuid(), 'category', '民生实事', 'Livelihood', 3),
  (gen_random_uuid(), 'category', '重点项目', 'Key project', 4);
