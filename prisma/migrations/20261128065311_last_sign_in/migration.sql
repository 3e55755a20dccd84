-- The time of the last sign-in, kept on the account because sessions are deleted when they end.
-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "last_signed_in_at" TIMESTAMPTZ(3);

UPDATE user_account u SET last_signed_in_at = s.at
FROM (SELECT user_id, max(created_at) AS at FROM session GROUP BY user_id) s WHERE s.user_id = u.id;
