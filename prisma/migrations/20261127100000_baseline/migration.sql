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
CREATE TABLE "department_former_name" (
    "department_id" UUID NOT NULL,
    "known_from" TIMESTAMPTZ(3),
    "known_to" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "department_former_name_pkey" PRIMARY KEY ("department_id","known_to")
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
    "disabled_at" TIMESTAMPTZ(3),
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
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

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
CREATE TABLE "attempt_count" (
    "key" TEXT NOT NULL,
    "failures" DOUBLE PRECISION NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "attempt_count_pkey" PRIMARY KEY ("key")
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
    "version" INTEGER NOT NULL DEFAULT 1,

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
    "calendar_id" UUID,
    "cut_off_working_days" INTEGER NOT NULL DEFAULT 5,
    "weight" DECIMAL(8,4) NOT NULL DEFAULT 1,
    "visibility" TEXT NOT NULL DEFAULT 'internal',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "roll_up" TEXT,
    "closes_after_days" INTEGER,
    "evidence_required" BOOLEAN NOT NULL DEFAULT false,
    "issued_on" DATE,
    "issued_at" TIMESTAMPTZ(3),
    "receive_due_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "note_en" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_calendar" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_date" (
    "calendar_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "reporting_date_pkey" PRIMARY KEY ("calendar_id","as_of")
);

-- CreateTable
CREATE TABLE "special_day" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "special_day_pkey" PRIMARY KEY ("day")
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
    "saved_at" TIMESTAMPTZ(3),
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
CREATE TABLE "target_transition" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "authority" TEXT NOT NULL DEFAULT '',
    "verdict" TEXT,

    CONSTRAINT "target_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_request" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "proposed" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL,
    "authority" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'pending',
    "requester_id" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decider_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "decision_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "target_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instruction" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "given_by" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "reply_due_on" DATE NOT NULL,
    "rule" TEXT,
    "period_end" DATE,
    "state" TEXT NOT NULL DEFAULT 'sent',
    "sender_id" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "instruction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slip_rule" (
    "key" TEXT NOT NULL,
    "in_force_from" TIMESTAMPTZ(3) NOT NULL,
    "condition" TEXT NOT NULL,
    "after_days" INTEGER NOT NULL DEFAULT 0,
    "colour" TEXT NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "slip_rule_pkey" PRIMARY KEY ("key","in_force_from")
);

-- CreateTable
CREATE TABLE "instruction_reply" (
    "id" UUID NOT NULL,
    "instruction_id" UUID NOT NULL,
    "author_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "replied_at" TIMESTAMPTZ(3) NOT NULL,
    "judge_id" TEXT,
    "judged_at" TIMESTAMPTZ(3),
    "is_accepted" BOOLEAN,
    "judgement" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "instruction_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "late_opening" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "period_end" DATE NOT NULL,
    "open_until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_by_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "late_opening_pkey" PRIMARY KEY ("id")
);

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

-- CreateTable
CREATE TABLE "reminder_preference" (
    "user_id" TEXT NOT NULL,
    "email" BOOLEAN NOT NULL DEFAULT true,
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "calendar_hash" TEXT,

    CONSTRAINT "reminder_preference_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "digest_sent" (
    "user_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_sent_pkey" PRIMARY KEY ("user_id","day")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "id" UUID NOT NULL,
    "update_id" UUID,
    "comment_id" UUID,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploader_id" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
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
    "owner_id" UUID NOT NULL,
    "update_id" UUID,
    "value" DECIMAL(24,6),
    "as_of" DATE,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "completion_ratio" DECIMAL(18,6),
    "expected_ratio" DECIMAL(18,6),
    "gap_points" DECIMAL(18,4),
    "reason" TEXT,
    "light" TEXT NOT NULL,
    "met" BOOLEAN,
    "adjusted" BOOLEAN NOT NULL DEFAULT false,
    "start_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "not_expected_from" DATE,
    "next_report_opens_on" DATE,
    "next_report_due_on" DATE,

    CONSTRAINT "target_standing_pkey" PRIMARY KEY ("target_id","known_from")
);

-- CreateTable
CREATE TABLE "standings_built" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "migration" TEXT NOT NULL,

    CONSTRAINT "standings_built_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_set" (
    "in_force_from" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT NOT NULL,
    "ahead_from" DECIMAL(8,4) NOT NULL,
    "on_track_from" DECIMAL(8,4) NOT NULL,
    "behind_from" DECIMAL(8,4) NOT NULL,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("in_force_from")
);

-- CreateTable
CREATE TABLE "bulletin_template" (
    "key" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "body" JSONB NOT NULL,
    "office_id" UUID,

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
    "state" TEXT NOT NULL DEFAULT 'requested',
    "failure" TEXT,
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

-- CreateTable
CREATE TABLE "deployment" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "secret_mark" TEXT,
    "files_mark" TEXT,

    CONSTRAINT "deployment_pkey" PRIMARY KEY ("id")
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
    "rows" JSONB,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "function_file" (
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "functions" TEXT[],

    CONSTRAINT "function_file_pkey" PRIMARY KEY ("name")
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
CREATE INDEX "attempt_count_counted_at_idx" ON "attempt_count"("counted_at");

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
CREATE INDEX "target_calendar_id_idx" ON "target"("calendar_id");

-- CreateIndex
CREATE UNIQUE INDEX "own_calendar_name_key" ON "own_calendar"("name");

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
CREATE INDEX "target_transition_target_id_at_idx" ON "target_transition"("target_id", "at");

-- CreateIndex
CREATE INDEX "target_request_target_id_idx" ON "target_request"("target_id");

-- CreateIndex
CREATE INDEX "target_request_state_idx" ON "target_request"("state");

-- CreateIndex
CREATE INDEX "instruction_target_id_idx" ON "instruction"("target_id");

-- CreateIndex
CREATE INDEX "instruction_state_idx" ON "instruction"("state");

-- CreateIndex
CREATE INDEX "instruction_reply_instruction_id_idx" ON "instruction_reply"("instruction_id");

-- CreateIndex
CREATE INDEX "late_opening_target_id_idx" ON "late_opening"("target_id");

-- CreateIndex
CREATE INDEX "target_comment_target_id_at_idx" ON "target_comment"("target_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_preference_calendar_hash_key" ON "reminder_preference"("calendar_hash");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_file_storage_key_key" ON "evidence_file"("storage_key");

-- CreateIndex
CREATE INDEX "evidence_file_update_id_idx" ON "evidence_file"("update_id");

-- CreateIndex
CREATE INDEX "evidence_file_comment_id_idx" ON "evidence_file"("comment_id");

-- CreateIndex
CREATE INDEX "revision_target_id_revised_at_idx" ON "revision"("target_id", "revised_at");

-- CreateIndex
CREATE INDEX "target_standing_known_from_known_to_idx" ON "target_standing"("known_from", "known_to");

-- CreateIndex
CREATE INDEX "target_standing_light_gap_points_idx" ON "target_standing"("light", "gap_points");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_template_office_id_key" ON "bulletin_template"("office_id");

-- CreateIndex
CREATE INDEX "bulletin_month_idx" ON "bulletin"("month");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_year_number_key" ON "bulletin"("year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_file_storage_key_key" ON "bulletin_file"("storage_key");

-- CreateIndex
CREATE INDEX "bulletin_file_bulletin_id_idx" ON "bulletin_file"("bulletin_id");

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
ALTER TABLE "department_former_name" ADD CONSTRAINT "department_former_name_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "target" ADD CONSTRAINT "target_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "own_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "target"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_date" ADD CONSTRAINT "reporting_date_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "own_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
ALTER TABLE "target_transition" ADD CONSTRAINT "target_transition_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_transition" ADD CONSTRAINT "target_transition_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_request" ADD CONSTRAINT "target_request_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_request" ADD CONSTRAINT "target_request_requester_id_fkey" FOREIGN KEY ("requester_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_request" ADD CONSTRAINT "target_request_decider_id_fkey" FOREIGN KEY ("decider_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction" ADD CONSTRAINT "instruction_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction_reply" ADD CONSTRAINT "instruction_reply_instruction_id_fkey" FOREIGN KEY ("instruction_id") REFERENCES "instruction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction_reply" ADD CONSTRAINT "instruction_reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instruction_reply" ADD CONSTRAINT "instruction_reply_judge_id_fkey" FOREIGN KEY ("judge_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_opening" ADD CONSTRAINT "late_opening_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_opening" ADD CONSTRAINT "late_opening_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_comment" ADD CONSTRAINT "target_comment_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_comment" ADD CONSTRAINT "target_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_comment" ADD CONSTRAINT "target_comment_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_preference" ADD CONSTRAINT "reminder_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_sent" ADD CONSTRAINT "digest_sent_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_update_id_fkey" FOREIGN KEY ("update_id") REFERENCES "progress_update"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "target_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_uploader_id_fkey" FOREIGN KEY ("uploader_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_standing" ADD CONSTRAINT "target_standing_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_standing" ADD CONSTRAINT "target_standing_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_standing" ADD CONSTRAINT "target_standing_update_id_fkey" FOREIGN KEY ("update_id") REFERENCES "progress_update"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_template" ADD CONSTRAINT "bulletin_template_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_signer_id_fkey" FOREIGN KEY ("signer_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_file" ADD CONSTRAINT "bulletin_file_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_file" ADD CONSTRAINT "bulletin_file_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---- What Prisma's schema cannot express -----------------------------------------------------------------------
-- Closed lists, required values, ordered dates, partial and trigram indexes. Functions and triggers are in
-- prisma/functions. Each closed list is also an array in the code: lib/server/db/closed-lists.integration.test.ts
-- compares the two.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX target_search ON target USING gin (search_text gin_trgm_ops);

-- ---- people and departments
ALTER TABLE user_account ADD CONSTRAINT user_office_role CHECK (office_role IN ('supervisor', 'administrator', 'reader'));
ALTER TABLE membership ADD CONSTRAINT membership_role CHECK (role IN ('reporter', 'reviewer'));
ALTER TABLE department_former_name ADD CONSTRAINT former_name_span CHECK (known_from IS NULL OR known_from < known_to);
ALTER TABLE reminder_preference ADD CONSTRAINT reminder_language CHECK (language IN ('zh-CN', 'en'));

-- ---- metrics and targets
ALTER TABLE metric
  ADD CONSTRAINT metric_kind CHECK (kind IN ('cumulative', 'level', 'growth', 'ratio', 'rank', 'milestone', 'yes-no')),
  ADD CONSTRAINT metric_direction CHECK (direction IN ('increase', 'decrease')),
  ADD CONSTRAINT metric_precision CHECK (precision BETWEEN 0 AND 6),
  ADD CONSTRAINT metric_named CHECK (length(trim(name)) > 0 AND length(trim(name_en)) > 0);
ALTER TABLE target
  ADD CONSTRAINT target_comparator CHECK (comparator IN
    ('at-least', 'more-than', 'at-most', 'less-than', 'equal', 'about', 'between', 'within-rank')),
  ADD CONSTRAINT target_state CHECK (state IN ('draft', 'issued', 'received', 'closed', 'withdrawn')),
  ADD CONSTRAINT target_visibility CHECK (visibility IN ('public', 'internal')),
  ADD CONSTRAINT target_calendar CHECK (calendar IN
    ('monthly', 'bi-monthly', 'quarterly', 'half-yearly', 'yearly', 'none', 'custom')),
  ADD CONSTRAINT target_plan_shape CHECK (plan_shape IN ('linear', 'flat', 'points', 'last-year', 'milestones')),
  ADD CONSTRAINT target_baseline_origin CHECK (baseline_origin IN ('printed', 'derived')),
  ADD CONSTRAINT target_roll_up CHECK (roll_up IN ('sum', 'weighted-mean', 'latest', 'worst-of')),
  ADD CONSTRAINT target_plan_points CHECK (jsonb_typeof(plan_points) = 'array'),
  ADD CONSTRAINT target_period CHECK (start_on <= due_on),
  ADD CONSTRAINT target_between_bounds CHECK
    (comparator <> 'between' OR value IS NULL OR (upper_value IS NOT NULL AND upper_value >= value)),
  ADD CONSTRAINT target_upper_only_between CHECK (upper_value IS NULL OR comparator = 'between'),
  ADD CONSTRAINT target_rank_places CHECK (comparator <> 'within-rank'
    OR ((value IS NULL OR (value >= 1 AND value = trunc(value)))
      AND (stretch_value IS NULL OR (stretch_value >= 1 AND stretch_value = trunc(stretch_value))))),
  ADD CONSTRAINT target_baseline_whole CHECK
    ((baseline_value IS NULL) = (baseline_year IS NULL) AND (baseline_value IS NULL) = (baseline_origin IS NULL)),
  ADD CONSTRAINT target_weight CHECK (weight >= 0),
  ADD CONSTRAINT target_cut_off CHECK (cut_off_working_days BETWEEN 0 AND 60),
  ADD CONSTRAINT target_closes_after CHECK (closes_after_days BETWEEN 0 AND 366),
  ADD CONSTRAINT target_own_calendar CHECK ((calendar = 'custom') = (calendar_id IS NOT NULL)),
  ADD CONSTRAINT target_issued_when CHECK (
    CASE state WHEN 'draft' THEN issued_at IS NULL WHEN 'withdrawn' THEN true ELSE issued_at IS NOT NULL END);
ALTER TABLE milestone_step ADD CONSTRAINT step_weight CHECK (weight > 0);
ALTER TABLE past_value ADD CONSTRAINT past_value_origin CHECK (origin IN ('printed', 'derived', 'illustrative'));
ALTER TABLE own_calendar ADD CONSTRAINT own_calendar_named CHECK (length(trim(name)) > 0 AND length(trim(name_en)) > 0);
ALTER TABLE reporting_date ADD CONSTRAINT reporting_date_due_after CHECK (due_on >= as_of);
ALTER TABLE special_day
  ADD CONSTRAINT special_day_kind CHECK (kind IN ('holiday', 'make-up')),
  ADD CONSTRAINT special_day_named CHECK (length(trim(name)) > 0);

-- ---- reports
ALTER TABLE progress_update
  ADD CONSTRAINT update_state CHECK (state IN
    ('draft', 'submitted', 'approved', 'returned', 'superseded', 'discarded')),
  ADD CONSTRAINT update_submitted_has_time CHECK (state IN ('draft', 'discarded') OR submitted_at IS NOT NULL),
  ADD CONSTRAINT update_decided_has_time CHECK
    (state NOT IN ('approved', 'returned', 'superseded') OR (decided_at IS NOT NULL AND reviewer_id IS NOT NULL)),
  ADD CONSTRAINT update_returned_has_reason CHECK (state <> 'returned' OR length(trim(return_reason)) > 0),
  ADD CONSTRAINT update_not_reviewed_by_author CHECK (reviewer_id IS NULL OR reviewer_id <> author_id),
  ADD CONSTRAINT update_superseded_has_time CHECK ((state = 'superseded') = (superseded_at IS NOT NULL)),
  ADD CONSTRAINT update_times_in_order CHECK (
    (submitted_at IS NULL OR submitted_at >= created_at)
    AND (decided_at IS NULL OR decided_at >= submitted_at)
    AND (superseded_at IS NULL OR superseded_at >= decided_at)),
  ADD CONSTRAINT update_denominator CHECK (denominator IS NULL OR denominator <> 0);
CREATE UNIQUE INDEX update_one_approved_per_day ON progress_update (target_id, as_of) WHERE state = 'approved';
ALTER TABLE evidence_file
  ADD CONSTRAINT evidence_size CHECK (size > 0),
  ADD CONSTRAINT evidence_named CHECK (length(trim(name)) > 0),
  ADD CONSTRAINT evidence_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT evidence_of_one CHECK ((update_id IS NULL) <> (comment_id IS NULL));
ALTER TABLE late_opening ADD CONSTRAINT late_opening_says_why CHECK (length(trim(reason)) > 0);
ALTER TABLE target_comment ADD CONSTRAINT comment_says_what CHECK (length(trim(body)) > 0);

-- ---- standings
ALTER TABLE target_standing
  ADD CONSTRAINT standing_light CHECK (light IN
    ('achieved', 'ahead', 'on-track', 'behind', 'far-behind', 'missed', 'not-started', 'no-report', 'unset')),
  ADD CONSTRAINT standing_span CHECK (known_to IS NULL OR known_to > known_from);
CREATE UNIQUE INDEX standing_one_present ON target_standing (target_id) WHERE known_to IS NULL;
ALTER TABLE standings_built ADD CONSTRAINT standings_built_one_row CHECK (id = 1);

-- ---- supervision
ALTER TABLE target_transition
  ADD CONSTRAINT transition_known CHECK ((step || ' ' || from_state || ' ' || to_state) IN
    ('issue draft issued', 'receive issued received', 'close received closed', 'reopen closed received',
     'withdraw draft withdrawn', 'withdraw issued withdrawn', 'withdraw received withdrawn')),
  ADD CONSTRAINT transition_verdict CHECK (verdict IN ('completed', 'partly-completed', 'not-completed')),
  ADD CONSTRAINT transition_closed_has_verdict CHECK ((step = 'close') = (verdict IS NOT NULL)),
  ADD CONSTRAINT transition_says_why CHECK (step IN ('issue', 'receive') OR length(trim(note)) > 0);
ALTER TABLE target_request
  ADD CONSTRAINT request_kind CHECK (kind IN ('extension', 'revision', 'closing')),
  ADD CONSTRAINT request_state CHECK (state IN ('pending', 'approved', 'refused', 'cancelled')),
  ADD CONSTRAINT request_proposed CHECK (jsonb_typeof(proposed) = 'object'),
  ADD CONSTRAINT request_says_why CHECK (length(trim(reason)) > 0),
  ADD CONSTRAINT request_decided_whole CHECK
    ((state IN ('approved', 'refused')) = (decider_id IS NOT NULL AND decided_at IS NOT NULL)),
  ADD CONSTRAINT request_cancelled_when CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)),
  ADD CONSTRAINT request_not_decided_by_requester CHECK (decider_id IS NULL OR decider_id <> requester_id),
  ADD CONSTRAINT request_refused_has_note CHECK (state <> 'refused' OR length(trim(decision_note)) > 0);
CREATE UNIQUE INDEX request_one_pending_of_a_kind ON target_request (target_id, kind) WHERE state = 'pending';
ALTER TABLE revision ADD CONSTRAINT revision_says_why CHECK (length(trim(reason)) > 0 AND length(trim(authority)) > 0);
ALTER TABLE instruction
  ADD CONSTRAINT instruction_kind CHECK (kind IN ('instruction', 'slip')),
  ADD CONSTRAINT instruction_colour CHECK (colour IN ('blue', 'yellow', 'red')),
  ADD CONSTRAINT instruction_state CHECK (state IN ('sent', 'replied', 'accepted', 'withdrawn')),
  ADD CONSTRAINT instruction_says_what CHECK (length(trim(body)) > 0 AND length(trim(given_by)) > 0),
  ADD CONSTRAINT instruction_withdrawn_when CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL));
ALTER TABLE instruction_reply
  ADD CONSTRAINT reply_says_what CHECK (length(trim(body)) > 0),
  ADD CONSTRAINT reply_judged_whole CHECK
    ((is_accepted IS NULL) = (judge_id IS NULL) AND (is_accepted IS NULL) = (judged_at IS NULL)),
  ADD CONSTRAINT reply_not_judged_by_author CHECK (judge_id IS NULL OR judge_id <> author_id),
  ADD CONSTRAINT reply_refused_says_why CHECK (is_accepted IS NOT FALSE OR length(trim(judgement)) > 0);
ALTER TABLE slip_rule
  ADD CONSTRAINT slip_rule_condition CHECK (condition IN ('report-late', 'behind', 'far-behind', 'missed')),
  ADD CONSTRAINT slip_rule_colour CHECK (colour IN ('blue', 'yellow', 'red')),
  ADD CONSTRAINT slip_rule_after_days CHECK (after_days BETWEEN 0 AND 366);
ALTER TABLE rule_set ADD CONSTRAINT rule_set_bounds_fall CHECK (ahead_from > on_track_from AND on_track_from > behind_from);

-- ---- bulletins
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
  ADD CONSTRAINT bulletin_file_state CHECK (state IN ('requested', 'generating', 'ready', 'failed', 'cancelled')),
  ADD CONSTRAINT bulletin_file_failure CHECK (failure IN ('error', 'worker-ended', 'no-access', 'missing')),
  ADD CONSTRAINT bulletin_file_failed_says_why CHECK ((state = 'failed') = (failure IS NOT NULL)),
  ADD CONSTRAINT bulletin_file_ready_whole CHECK ((state = 'ready') = (storage_key IS NOT NULL AND size IS NOT NULL));
CREATE UNIQUE INDEX bulletin_file_generated_once ON bulletin_file (bulletin_id, format, lang, stamp)
  WHERE state IN ('requested', 'generating', 'ready');

-- ---- one installation
ALTER TABLE deployment ADD CONSTRAINT deployment_is_one CHECK (id = 1);

-- ---- Rows that every database has, also one that nothing is loaded into -----------------------------------------
INSERT INTO deployment (id) VALUES (1);
INSERT INTO rule_set (in_force_from, key, ahead_from, on_track_from, behind_from) VALUES
  ('1970-01-01T00:00:00Z', 'default', 5, -5, -15);
INSERT INTO slip_rule (in_force_from, key, condition, after_days, colour) VALUES
  ('1970-01-01T00:00:00Z', 'late-1', 'report-late', 1, 'blue'),
  ('1970-01-01T00:00:00Z', 'late-10', 'report-late', 10, 'yellow'),
  ('1970-01-01T00:00:00Z', 'late-30', 'report-late', 30, 'red'),
  ('1970-01-01T00:00:00Z', 'behind', 'behind', 0, 'blue'),
  ('1970-01-01T00:00:00Z', 'far-behind', 'far-behind', 0, 'yellow'),
  ('1970-01-01T00:00:00Z', 'missed', 'missed', 0, 'red');
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
