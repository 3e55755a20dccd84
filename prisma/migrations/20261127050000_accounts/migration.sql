-- When a session was last used: one that is idle for too long ends.
ALTER TABLE "session" ADD COLUMN "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Attempts at a password have a table of their own: the sign-in library prunes its own after a minute.
DROP TABLE "rate_limit";
CREATE TABLE "attempt_count" (
    "key" TEXT NOT NULL,
    "failures" DOUBLE PRECISION NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "attempt_count_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "attempt_count_counted_at_idx" ON "attempt_count"("counted_at");
