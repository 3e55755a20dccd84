-- The planned dates of the steps that the latest report leaves open: those that have passed are the gap of a milestone.
ALTER TABLE "target_standing" ADD COLUMN "open_steps" DATE[] DEFAULT ARRAY[]::DATE[];
