-- Why the parts of a target promise more than the whole. A target that carries over an earlier year, and whether its
-- baseline is provisional. All nullable: the recorded digests of existing rows stay valid.
ALTER TABLE "target" ADD COLUMN "overcommitment_reason" TEXT,
  ADD COLUMN "baseline_provisional" BOOLEAN,
  ADD COLUMN "carried_from_id" UUID,
  ADD CONSTRAINT target_provisional_baseline CHECK (baseline_provisional IS NULL OR baseline_value IS NOT NULL);

ALTER TABLE "target" ADD CONSTRAINT "target_carried_from_id_fkey" FOREIGN KEY ("carried_from_id") REFERENCES "target"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "target_carried_from_id_idx" ON "target"("carried_from_id");
