-- The first steps of an installation can be hidden like a tour.
ALTER TABLE dismissed_tour DROP CONSTRAINT dismissed_tour_desk,
  ADD CONSTRAINT dismissed_tour_desk CHECK (desk IN ('my', 'review', 'supervision', 'admin', 'overview', 'start'));
