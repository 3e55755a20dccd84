-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "parent_id" UUID,
    "closed_on" DATE,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "office_role" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "subtitle" TEXT NOT NULL DEFAULT '',
    "subtitle_en" TEXT NOT NULL DEFAULT '',
    "publisher" TEXT NOT NULL,
    "publisher_en" TEXT NOT NULL,
    "issue" TEXT NOT NULL,
    "issue_en" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "published_on" DATE,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_section" (
    "id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "title" TEXT,
    "title_en" TEXT,
    "author" TEXT,
    "office" TEXT NOT NULL,
    "office_en" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "source_section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "starts_at" INTEGER NOT NULL,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "precision" INTEGER NOT NULL DEFAULT 0,
    "definition" TEXT NOT NULL,
    "definition_en" TEXT NOT NULL,
    "data_source" TEXT NOT NULL,
    "data_source_en" TEXT NOT NULL,

    CONSTRAINT "metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "metric_id" UUID NOT NULL,
    "quote_id" UUID,
    "parent_id" UUID,
    "comparator" TEXT NOT NULL,
    "value" DECIMAL(24,6),
    "upper_value" DECIMAL(24,6),
    "stretch_value" DECIMAL(24,6),
    "baseline_value" DECIMAL(24,6),
    "baseline_year" INTEGER,
    "baseline_origin" TEXT,
    "baseline_note" TEXT NOT NULL DEFAULT '',
    "baseline_note_en" TEXT NOT NULL DEFAULT '',
    "start_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "period_printed" BOOLEAN NOT NULL DEFAULT true,
    "plan_shape" TEXT NOT NULL,
    "plan_points" JSONB NOT NULL DEFAULT '[]',
    "merge_january_february" BOOLEAN NOT NULL DEFAULT false,
    "plan_note" TEXT NOT NULL DEFAULT '',
    "plan_note_en" TEXT NOT NULL DEFAULT '',
    "calendar" TEXT NOT NULL,
    "cut_off_working_days" INTEGER NOT NULL DEFAULT 5,
    "weight" DECIMAL(8,4) NOT NULL DEFAULT 1,
    "visibility" TEXT NOT NULL DEFAULT 'public',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "note" TEXT NOT NULL DEFAULT '',
    "note_en" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_support" (
    "target_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,

    CONSTRAINT "target_support_pkey" PRIMARY KEY ("target_id","department_id")
);

-- CreateTable
CREATE TABLE "milestone_step" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "weight" DECIMAL(8,4) NOT NULL,
    "planned_on" DATE NOT NULL,
    "printed" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "milestone_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "past_value" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "value" DECIMAL(24,6) NOT NULL,
    "origin" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "note_en" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "past_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_update" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "value" DECIMAL(24,6),
    "numerator" DECIMAL(24,6),
    "denominator" DECIMAL(24,6),
    "note" TEXT NOT NULL DEFAULT '',
    "problems" TEXT NOT NULL DEFAULT '',
    "next_step" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "reviewer_id" TEXT,
    "return_reason" TEXT,
    "supersedes_id" UUID,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "request_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "progress_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "update_step" (
    "update_id" UUID NOT NULL,
    "step_id" UUID NOT NULL,
    "done_on" DATE NOT NULL,

    CONSTRAINT "update_step_pkey" PRIMARY KEY ("update_id","step_id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "revised_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_standing" (
    "target_id" UUID NOT NULL,
    "known_from" TIMESTAMPTZ(3) NOT NULL,
    "known_to" TIMESTAMPTZ(3),
    "update_id" UUID,
    "value" DECIMAL(24,6),
    "as_of" DATE,
    "completion_ratio" DECIMAL(18,6),
    "expected_ratio" DECIMAL(18,6),
    "gap_points" DECIMAL(18,4),
    "reason" TEXT,
    "light" TEXT NOT NULL,
    "met" BOOLEAN,
    "start_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "next_report_opens_on" DATE,
    "next_report_due_on" DATE,

    CONSTRAINT "target_standing_pkey" PRIMARY KEY ("target_id","known_from")
);

-- CreateTable
CREATE TABLE "rule_set" (
    "key" TEXT NOT NULL,
    "ahead_from" DECIMAL(8,4) NOT NULL,
    "on_track_from" DECIMAL(8,4) NOT NULL,
    "behind_from" DECIMAL(8,4) NOT NULL,
    "in_force" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "event" (
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "department_slug_key" ON "department"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE INDEX "membership_department_id_idx" ON "membership"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_user_id_department_id_role_key" ON "membership"("user_id", "department_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "source_section_source_id_key_key" ON "source_section"("source_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "quote_key_key" ON "quote"("key");

-- CreateIndex
CREATE INDEX "quote_section_id_idx" ON "quote"("section_id");

-- CreateIndex
CREATE UNIQUE INDEX "metric_key_key" ON "metric"("key");

-- CreateIndex
CREATE UNIQUE INDEX "target_code_key" ON "target"("code");

-- CreateIndex
CREATE INDEX "target_owner_id_idx" ON "target"("owner_id");

-- CreateIndex
CREATE INDEX "target_due_on_idx" ON "target"("due_on");

-- CreateIndex
CREATE INDEX "target_quote_id_idx" ON "target"("quote_id");

-- CreateIndex
CREATE INDEX "target_parent_id_idx" ON "target"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_step_target_id_key_key" ON "milestone_step"("target_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "past_value_target_id_as_of_key" ON "past_value"("target_id", "as_of");

-- CreateIndex
CREATE UNIQUE INDEX "progress_update_request_key_key" ON "progress_update"("request_key");

-- CreateIndex
CREATE INDEX "progress_update_target_id_as_of_idx" ON "progress_update"("target_id", "as_of");

-- CreateIndex
CREATE INDEX "progress_update_state_target_id_idx" ON "progress_update"("state", "target_id");

-- CreateIndex
CREATE INDEX "progress_update_author_id_idx" ON "progress_update"("author_id");

-- CreateIndex
CREATE INDEX "revision_target_id_revised_at_idx" ON "revision"("target_id", "revised_at");

-- CreateIndex
CREATE INDEX "target_standing_known_from_known_to_idx" ON "target_standing"("known_from", "known_to");

-- CreateIndex
CREATE INDEX "target_standing_light_gap_points_idx" ON "target_standing"("light", "gap_points");

-- CreateIndex
CREATE UNIQUE INDEX "event_hash_key" ON "event"("hash");

-- CreateIndex
CREATE INDEX "event_entity_entity_id_idx" ON "event"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "event_at_idx" ON "event"("at");

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_section" ADD CONSTRAINT "source_section_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_section" ADD CONSTRAINT "source_section_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "source_section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "target"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_support" ADD CONSTRAINT "target_support_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_support" ADD CONSTRAINT "target_support_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_step" ADD CONSTRAINT "milestone_step_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "past_value" ADD CONSTRAINT "past_value_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "progress_update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update_step" ADD CONSTRAINT "update_step_update_id_fkey" FOREIGN KEY ("update_id") REFERENCES "progress_update"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update_step" ADD CONSTRAINT "update_step_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "milestone_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_standing" ADD CONSTRAINT "target_standing_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_standing" ADD CONSTRAINT "target_standing_update_id_fkey" FOREIGN KEY ("update_id") REFERENCES "progress_update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

