
-- CreateTable
CREATE TABLE "target_comment" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "author_id" TEXT NOT NULL,
    "department_id" UUID,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "target_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "target_comment_target_id_at_idx" ON "target_comment"("target_id", "at");

-- AddForeignKey
ALTER TABLE "target_comment" ADD CONSTRAINT "target_comment_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_comment" ADD CONSTRAINT "target_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_comment" ADD CONSTRAINT "target_comment_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE target_comment ADD CONSTRAINT comment_says_what CHECK (length(trim(body)) > 0);
CREATE TRIGGER comment_append_only BEFORE UPDATE OR DELETE ON target_comment
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER comment_never_truncated BEFORE TRUNCATE ON target_comment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
