-- Who answers for a target, as the office names the post and the leader.
ALTER TABLE "target" ADD COLUMN "leader_in_charge" TEXT,
ADD COLUMN "responsible_post" TEXT;
