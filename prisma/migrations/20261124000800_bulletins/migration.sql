
-- CreateTable
CREATE TABLE "bulletin_template" (
    "key" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "body" JSONB NOT NULL,

    CONSTRAINT "bulletin_template_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "bulletin" (
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "cut_off_on" DATE NOT NULL,
    "cut_off_at" TIMESTAMPTZ(3) NOT NULL,
    "departments" TEXT[],
    "facts" JSONB NOT NULL,
    "template" JSONB NOT NULL,
    "prose" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "year" INTEGER NOT NULL,
    "number" INTEGER,
    "is_public" BOOLEAN NOT NULL,
    "author_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "signer_id" TEXT,
    "signed_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "bulletin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin_file" (
    "id" UUID NOT NULL,
    "bulletin_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'making',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "stamp" TEXT NOT NULL,
    "storage_key" TEXT,
    "size" INTEGER,
    "requested_by_id" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "alive_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulletin_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bulletin_month_idx" ON "bulletin"("month");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_year_number_key" ON "bulletin"("year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_file_storage_key_key" ON "bulletin_file"("storage_key");

-- CreateIndex
CREATE INDEX "bulletin_file_bulletin_id_idx" ON "bulletin_file"("bulletin_id");

-- AddForeignKey
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_signer_id_fkey" FOREIGN KEY ("signer_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_file" ADD CONSTRAINT "bulletin_file_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_file" ADD CONSTRAINT "bulletin_file_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---- closed lists and what belongs together ----------------------------------------------------------------
ALTER TABLE bulletin
  ADD CONSTRAINT bulletin_state CHECK (state IN ('draft', 'signed', 'published', 'discarded')),
  ADD CONSTRAINT bulletin_month_is_a_month CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT bulletin_cut_off_in_or_after_month CHECK (cut_off_on >= month),
  ADD CONSTRAINT bulletin_numbered_once_signed CHECK ((state IN ('signed', 'published')) = (number IS NOT NULL)),
  ADD CONSTRAINT bulletin_signed_whole CHECK
    ((signer_id IS NULL) = (signed_at IS NULL) AND (state IN ('signed', 'published')) = (signed_at IS NOT NULL)),
  ADD CONSTRAINT bulletin_published_when CHECK ((state = 'published') = (published_at IS NOT NULL)),
  ADD CONSTRAINT bulletin_objects CHECK
    (jsonb_typeof(facts) = 'object' AND jsonb_typeof(prose) = 'object' AND jsonb_typeof(template) = 'object');
ALTER TABLE bulletin_file
  ADD CONSTRAINT bulletin_file_format CHECK (format IN ('docx', 'xlsx', 'pptx', 'pdf', 'zip')),
  ADD CONSTRAINT bulletin_file_lang CHECK (lang IN ('zh-CN', 'en')),
  ADD CONSTRAINT bulletin_file_state CHECK (state IN ('making', 'ready', 'failed', 'cancelled')),
  ADD CONSTRAINT bulletin_file_ready_whole CHECK ((state = 'ready') = (storage_key IS NOT NULL AND size IS NOT NULL));
CREATE UNIQUE INDEX bulletin_file_made_once ON bulletin_file (bulletin_id, format, lang, stamp)
  WHERE state IN ('making', 'ready');

-- ---- a bulletin is frozen ------------------------------------------------------------------------------------
CREATE TRIGGER bulletin_never_deleted BEFORE DELETE ON bulletin
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bulletin_never_truncated BEFORE TRUNCATE ON bulletin
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION check_bulletin_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.month, NEW.cut_off_on, NEW.cut_off_at, NEW.departments, NEW.facts, NEW.year, NEW.is_public, NEW.author_id,
      NEW.created_at)
    IS DISTINCT FROM
    (OLD.month, OLD.cut_off_on, OLD.cut_off_at, OLD.departments, OLD.facts, OLD.year, OLD.is_public, OLD.author_id,
      OLD.created_at)
  THEN
    RAISE EXCEPTION 'the facts of a bulletin are frozen' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF OLD.state <> 'draft' AND (NEW.prose, NEW.template) IS DISTINCT FROM (OLD.prose, OLD.template) THEN
    RAISE EXCEPTION 'a signed bulletin is not rewritten' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF OLD.state <> NEW.state AND (OLD.state || ' ' || NEW.state) NOT IN
    ('draft signed', 'signed draft', 'signed published', 'draft discarded')
  THEN
    RAISE EXCEPTION 'a bulletin does not go from % to %', OLD.state, NEW.state
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bulletin_change BEFORE UPDATE ON bulletin FOR EACH ROW EXECUTE FUNCTION check_bulletin_change();

-- ---- the first template --------------------------------------------------------------------------------------
INSERT INTO bulletin_template (key, sort_order, body) VALUES ('monthly', 1, '{
  "name": {"zh-CN": "月度通报", "en": "Monthly bulletin"},
  "masthead": {"zh-CN": "督查通报", "en": "Supervision Bulletin"},
  "numbering": {"zh-CN": "{year}年第{number}期", "en": "No. {number} of {year}"},
  "office": {"zh-CN": "督查室", "en": "Supervision Office"},
  "recipients": {"zh-CN": "各部门、各单位：", "en": "To all departments and units:"},
  "title": {"zh-CN": "关于{month}重点目标进展情况的通报", "en": "Progress on key targets in {month}"},
  "closing": {"zh-CN": "请各责任部门对照目标查找差距，按期报送进展。", "en": "Departments are asked to close the gaps shown above and to report on time."},
  "sections": ["summary", "departments", "behind", "not-reported", "changed", "moved", "due", "annex"]
}');
