CREATE TABLE "activity" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"status" text NOT NULL,
	"published_version_id" uuid,
	"accepts_referrals" boolean DEFAULT false NOT NULL,
	"referral_capacity" integer,
	"referral_places_taken" integer DEFAULT 0 NOT NULL,
	"verified_on" date,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "activity_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "activity_organization_uq" UNIQUE("municipality_id","organization_id","id"),
	CONSTRAINT "activity_places_not_negative" CHECK ("activity"."referral_places_taken" >= 0),
	CONSTRAINT "activity_places_within_capacity" CHECK ("activity"."referral_capacity" is null or "activity"."referral_places_taken" <= "activity"."referral_capacity")
);
--> statement-breakpoint
CREATE TABLE "activity_version" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"title_kana" text,
	"category" text NOT NULL,
	"summary" text NOT NULL,
	"description" text NOT NULL,
	"audiences" text[] NOT NULL,
	"audience_note" text,
	"schedule_kind" text NOT NULL,
	"weekday" smallint,
	"from_time" time,
	"to_time" time,
	"first_on" date,
	"last_on" date,
	"skipped_on" date[] DEFAULT '{}' NOT NULL,
	"schedule_note" text,
	"place_id" uuid NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text,
	"contact_mail" text,
	"contact_website" text,
	"is_free" boolean NOT NULL,
	"fee_note" text,
	"join_way" text NOT NULL,
	"join_note" text,
	"accessibility" text[] DEFAULT '{}' NOT NULL,
	"accessibility_note" text,
	"return_reason" text,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "activity_version_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "activity_version_number_uq" UNIQUE("municipality_id","activity_id","number"),
	CONSTRAINT "activity_version_weekly_whole" CHECK ("activity_version"."schedule_kind" = 'byAppointment' or ("activity_version"."schedule_kind" = 'weekly' and "activity_version"."weekday" between 1 and 7
        and "activity_version"."from_time" < "activity_version"."to_time" and "activity_version"."first_on" is not null and ("activity_version"."last_on" is null or "activity_version"."first_on" <= "activity_version"."last_on")))
);
--> statement-breakpoint
CREATE TABLE "published_activity" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"title" text NOT NULL,
	"category" text NOT NULL,
	"first_on" date,
	"last_on" date,
	"skipped_on" date[] NOT NULL,
	"area_ids" uuid[] NOT NULL,
	"verified_on" date NOT NULL,
	"search_text" text NOT NULL,
	"search_keys" text[] NOT NULL,
	"page" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "published_activity_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"action" text NOT NULL,
	"actor_kind" text NOT NULL,
	"user_id" uuid,
	"department_id" uuid,
	"organization_id" uuid,
	"job" text,
	"request_id" uuid,
	"reason" text,
	CONSTRAINT "audit_entry_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_subject" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"case_id" uuid,
	"person_id" uuid,
	CONSTRAINT "audit_subject_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_assignment" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "case_assignment_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_event" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"note_ciphertext" "bytea",
	CONSTRAINT "case_event_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"is_subject" boolean NOT NULL,
	"is_protected" boolean DEFAULT false NOT NULL,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"is_removed" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "person_case_uq" UNIQUE("municipality_id","case_id","id")
);
--> statement-breakpoint
CREATE TABLE "person_field" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"data_group" text NOT NULL,
	"field" text NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_field_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "person_field_uq" UNIQUE("municipality_id","person_id","field"),
	CONSTRAINT "person_field_group_uq" UNIQUE("municipality_id","person_id","data_group","id")
);
--> statement-breakpoint
CREATE TABLE "person_key" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	CONSTRAINT "person_key_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "person_key_person_uq" UNIQUE("municipality_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "person_name_token" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"token" "bytea" NOT NULL,
	CONSTRAINT "person_name_token_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "support_case" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"source_department_id" uuid,
	"life_issues" text[] NOT NULL,
	"urgency" text NOT NULL,
	"received_on" date NOT NULL,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"close_reason" text,
	"wrapped_key" "bytea" NOT NULL,
	"summary_ciphertext" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "support_case_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "support_case_number_uq" UNIQUE("municipality_id","number")
);
--> statement-breakpoint
CREATE TABLE "consent_event" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"kind" text NOT NULL,
	"grant_id" uuid,
	"happened_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"user_id" uuid,
	"note_ciphertext" "bytea",
	CONSTRAINT "consent_event_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "consent_grant" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"form" text NOT NULL,
	"given_on" date NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date NOT NULL,
	"given_by" text NOT NULL,
	"representative_ciphertext" "bytea",
	"witness_ciphertext" "bytea",
	"oral_note_ciphertext" "bytea",
	"withdrawn_at" timestamp with time zone,
	"narrowed_to_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consent_grant_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "consent_grant_person_uq" UNIQUE("municipality_id","person_id","id"),
	CONSTRAINT "consent_grant_case_uq" UNIQUE("municipality_id","case_id","id"),
	CONSTRAINT "consent_grant_period" CHECK ("consent_grant"."until_on" > "consent_grant"."since_on")
);
--> statement-breakpoint
CREATE TABLE "consent_grant_group" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"data_group" text NOT NULL,
	CONSTRAINT "consent_grant_group_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "consent_grant_group_uq" UNIQUE("municipality_id","grant_id","data_group")
);
--> statement-breakpoint
CREATE TABLE "consent_grant_recipient" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"department_id" uuid,
	"organization_id" uuid,
	CONSTRAINT "consent_grant_recipient_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "consent_grant_recipient_one" CHECK (num_nonnulls("consent_grant_recipient"."department_id", "consent_grant_recipient"."organization_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"form" text NOT NULL,
	"subject" text NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "draft_form_uq" UNIQUE("municipality_id","user_id","form","subject")
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"portal" text NOT NULL,
	"assurance" smallint NOT NULL,
	"authenticated_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "auth_session_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "auth_session_token_uq" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_assignment" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role_code" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" uuid,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "role_assignment_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "user_account" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"organization_id" uuid,
	"department_id" uuid,
	"mail_hmac" "bytea" NOT NULL,
	"mail_ciphertext" "bytea" NOT NULL,
	"name_ciphertext" "bytea" NOT NULL,
	"password_hash" text,
	"password_expires_at" timestamp with time zone,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "user_account_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "user_account_mail_uq" UNIQUE("municipality_id","kind","mail_hmac")
);
--> statement-breakpoint
CREATE TABLE "agenda_item" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"consent_grant_id" uuid,
	"topic" text NOT NULL,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agenda_item_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "agenda_item_person_uq" UNIQUE("municipality_id","meeting_id","person_id","topic"),
	CONSTRAINT "agenda_item_case_uq" UNIQUE("municipality_id","case_id","id")
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"legal_basis" text NOT NULL,
	"status" text NOT NULL,
	"meets_on" date NOT NULL,
	"starts_at_time" text,
	"place" text,
	"host" text NOT NULL,
	"convened_by" uuid NOT NULL,
	"held_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "meeting_decision" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agenda_item_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"decided_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	"note_ciphertext" "bytea",
	"reversed_at" timestamp with time zone,
	"reversal_ciphertext" "bytea",
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_decision_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "meeting_member" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"user_id" uuid,
	CONSTRAINT "meeting_member_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "meeting_member_uq" UNIQUE("municipality_id","meeting_id","department_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "area" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scheme_id" uuid NOT NULL,
	"parent_id" uuid,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "area_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "area_code_uq" UNIQUE("municipality_id","scheme_id","code"),
	CONSTRAINT "area_scheme_id_uq" UNIQUE("municipality_id","scheme_id","id")
);
--> statement-breakpoint
CREATE TABLE "area_scheme" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"is_disclosable" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "area_scheme_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "area_scheme_code_uq" UNIQUE("municipality_id","code")
);
--> statement-breakpoint
CREATE TABLE "closed_day" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"closed_on" date NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "closed_day_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "closed_day_closed_on_uq" UNIQUE("municipality_id","closed_on")
);
--> statement-breakpoint
CREATE TABLE "command_receipt" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid,
	"action" text NOT NULL,
	"result_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "command_receipt_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "department" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "department_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "label" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "label_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "municipality" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"local_government_code" char(6) NOT NULL,
	"name" text NOT NULL,
	"name_kana" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "municipality_slug_uq" UNIQUE("slug"),
	CONSTRAINT "municipality_code_uq" UNIQUE("local_government_code")
);
--> statement-breakpoint
CREATE TABLE "municipality_setting" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "municipality_setting_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "municipality_setting_key_uq" UNIQUE("municipality_id","key")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"organization_id" uuid,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"once_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "notice_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "notice_once_uq" UNIQUE("municipality_id","user_id","once_key")
);
--> statement-breakpoint
CREATE TABLE "outbox_mail" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"template" text NOT NULL,
	"once_key" text NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_mail_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "outbox_mail_once_uq" UNIQUE("municipality_id","once_key")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_kana" text NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"phone" text,
	"mail" text,
	"website" text,
	"status" text NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organization_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "place" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"postal_code" text,
	"address" text NOT NULL,
	"directions" text,
	"latitude" double precision,
	"longitude" double precision,
	"is_ended" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "place_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "place_organization_uq" UNIQUE("municipality_id","organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "place_area" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"scheme_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "place_area_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "place_area_scheme_uq" UNIQUE("municipality_id","place_id","scheme_id")
);
--> statement-breakpoint
CREATE TABLE "referral_permission" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"agreement_version" text NOT NULL,
	"agreement_signed_on" date NOT NULL,
	"signed_by_title" text NOT NULL,
	"end_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "referral_permission_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "platform" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"scheme_id" uuid NOT NULL,
	"status" text NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "platform_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "platform_scheme_uq" UNIQUE("municipality_id","scheme_id","id")
);
--> statement-breakpoint
CREATE TABLE "platform_area" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"scheme_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "platform_area_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "platform_area_uq" UNIQUE("municipality_id","platform_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "platform_membership" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"status" text NOT NULL,
	"message" text,
	"applied_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decline_reason" text,
	"since_on" date,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "platform_membership_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "platform_operator" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"role" text NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	CONSTRAINT "platform_operator_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "referral" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"status" text NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"consent_grant_id" uuid,
	"created_by" uuid NOT NULL,
	"staff_contact_user_id" uuid NOT NULL,
	"parent_id" uuid,
	"chain_id" uuid NOT NULL,
	"purpose" text,
	"contact_way" text,
	"sent_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	"due_on" date,
	"clock_started_on" date,
	"accepted_at" timestamp with time zone,
	"contact_person_name" text,
	"first_step_on" date,
	"expected_on" date,
	"waitlisted_on" date,
	"first_contact_on" date,
	"ended_at" timestamp with time zone,
	"reason_code" text,
	"reason_ciphertext" "bytea",
	"outcome_code" text,
	"service_given_ciphertext" "bytea",
	"share_back_ciphertext" "bytea",
	"person_answer" text,
	"packet_closes_on" date,
	"copies_destroyed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "referral_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "referral_person_uq" UNIQUE("municipality_id","person_id","id"),
	CONSTRAINT "referral_open_has_grant" CHECK ("referral"."sent_at" is null or "referral"."consent_grant_id" is not null),
	CONSTRAINT "referral_open_is_sent" CHECK ("referral"."status" in ('draft', 'withdrawn', 'entered_in_error') or "referral"."sent_at" is not null),
	CONSTRAINT "referral_end_has_reason" CHECK ("referral"."status" not in ('not_helped', 'declined', 'withdrawn', 'expired') or "referral"."reason_code" is not null)
);
--> statement-breakpoint
CREATE TABLE "referral_event" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"event" text NOT NULL,
	"from_status" text,
	"to_status" text,
	"actor_kind" text NOT NULL,
	"user_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"note_ciphertext" "bytea",
	CONSTRAINT "referral_event_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "referral_message" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"author_kind" text NOT NULL,
	"author_user_id" uuid NOT NULL,
	"step" smallint NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	CONSTRAINT "referral_message_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "referral_message_step" CHECK ("referral_message"."step" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "referral_packet_field" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"field" text NOT NULL,
	"data_group" text,
	"step" smallint NOT NULL,
	"person_field_id" uuid,
	"ciphertext" "bytea",
	CONSTRAINT "referral_packet_field_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "referral_packet_field_uq" UNIQUE("municipality_id","referral_id","field"),
	CONSTRAINT "referral_packet_field_one" CHECK (num_nonnulls("referral_packet_field"."person_field_id", "referral_packet_field"."ciphertext") = 1),
	CONSTRAINT "referral_packet_field_step" CHECK ("referral_packet_field"."step" in (1, 2)),
	CONSTRAINT "referral_packet_field_first_step" CHECK ("referral_packet_field"."step" = 2 or ("referral_packet_field"."person_field_id" is null and ("referral_packet_field"."data_group" is null or "referral_packet_field"."data_group" in ('wishes', 'needs'))))
);
--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_organization_id_fk" FOREIGN KEY ("municipality_id","organization_id") REFERENCES "public"."organization"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_version" ADD CONSTRAINT "activity_version_activity_id_fk" FOREIGN KEY ("municipality_id","organization_id","activity_id") REFERENCES "public"."activity"("municipality_id","organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_version" ADD CONSTRAINT "activity_version_place_id_fk" FOREIGN KEY ("municipality_id","organization_id","place_id") REFERENCES "public"."place"("municipality_id","organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_activity" ADD CONSTRAINT "published_activity_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "public"."activity"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_subject" ADD CONSTRAINT "audit_subject_audit_id_fk" FOREIGN KEY ("municipality_id","audit_id") REFERENCES "public"."audit_entry"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_case_id_fk" FOREIGN KEY ("municipality_id","case_id") REFERENCES "public"."support_case"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_user_id_fk" FOREIGN KEY ("municipality_id","user_id") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fk" FOREIGN KEY ("municipality_id","case_id") REFERENCES "public"."support_case"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_case_id_fk" FOREIGN KEY ("municipality_id","case_id") REFERENCES "public"."support_case"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_field" ADD CONSTRAINT "person_field_person_id_fk" FOREIGN KEY ("municipality_id","case_id","person_id") REFERENCES "public"."person"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_key" ADD CONSTRAINT "person_key_person_id_fk" FOREIGN KEY ("municipality_id","case_id","person_id") REFERENCES "public"."person"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_name_token" ADD CONSTRAINT "person_name_token_person_id_fk" FOREIGN KEY ("municipality_id","case_id","person_id") REFERENCES "public"."person"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_source_department_id_fk" FOREIGN KEY ("municipality_id","source_department_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_case_id_fk" FOREIGN KEY ("municipality_id","case_id") REFERENCES "public"."support_case"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_person_id_fk" FOREIGN KEY ("municipality_id","case_id","person_id") REFERENCES "public"."person"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_grant_id_fk" FOREIGN KEY ("municipality_id","case_id","grant_id") REFERENCES "public"."consent_grant"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_grant" ADD CONSTRAINT "consent_grant_person_id_fk" FOREIGN KEY ("municipality_id","case_id","person_id") REFERENCES "public"."person"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_grant" ADD CONSTRAINT "consent_grant_narrowed_to_id_fk" FOREIGN KEY ("municipality_id","narrowed_to_id") REFERENCES "public"."consent_grant"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_grant_group" ADD CONSTRAINT "consent_grant_group_grant_id_fk" FOREIGN KEY ("municipality_id","case_id","grant_id") REFERENCES "public"."consent_grant"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_grant_recipient" ADD CONSTRAINT "consent_grant_recipient_grant_id_fk" FOREIGN KEY ("municipality_id","case_id","grant_id") REFERENCES "public"."consent_grant"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_grant_recipient" ADD CONSTRAINT "consent_grant_recipient_department_id_fk" FOREIGN KEY ("municipality_id","department_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_grant_recipient" ADD CONSTRAINT "consent_grant_recipient_organization_id_fk" FOREIGN KEY ("municipality_id","organization_id") REFERENCES "public"."organization"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_user_id_fk" FOREIGN KEY ("municipality_id","user_id") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_fk" FOREIGN KEY ("municipality_id","user_id") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_user_id_fk" FOREIGN KEY ("municipality_id","user_id") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_organization_id_fk" FOREIGN KEY ("municipality_id","organization_id") REFERENCES "public"."organization"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_department_id_fk" FOREIGN KEY ("municipality_id","department_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_fk" FOREIGN KEY ("municipality_id","meeting_id") REFERENCES "public"."meeting"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_person_id_fk" FOREIGN KEY ("municipality_id","case_id","person_id") REFERENCES "public"."person"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_consent_grant_id_fk" FOREIGN KEY ("municipality_id","person_id","consent_grant_id") REFERENCES "public"."consent_grant"("municipality_id","person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_convened_by_fk" FOREIGN KEY ("municipality_id","convened_by") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_agenda_item_id_fk" FOREIGN KEY ("municipality_id","case_id","agenda_item_id") REFERENCES "public"."agenda_item"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_person_id_fk" FOREIGN KEY ("municipality_id","case_id","person_id") REFERENCES "public"."person"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_recorded_by_fk" FOREIGN KEY ("municipality_id","recorded_by") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_meeting_id_fk" FOREIGN KEY ("municipality_id","meeting_id") REFERENCES "public"."meeting"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_department_id_fk" FOREIGN KEY ("municipality_id","department_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_user_id_fk" FOREIGN KEY ("municipality_id","user_id") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_scheme_id_fk" FOREIGN KEY ("municipality_id","scheme_id") REFERENCES "public"."area_scheme"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_parent_id_fk" FOREIGN KEY ("municipality_id","parent_id") REFERENCES "public"."area"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_scheme" ADD CONSTRAINT "area_scheme_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_day" ADD CONSTRAINT "closed_day_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "command_receipt" ADD CONSTRAINT "command_receipt_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department" ADD CONSTRAINT "department_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department" ADD CONSTRAINT "department_parent_id_fk" FOREIGN KEY ("municipality_id","parent_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "label" ADD CONSTRAINT "label_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipality_setting" ADD CONSTRAINT "municipality_setting_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_fk" FOREIGN KEY ("municipality_id","user_id") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_organization_id_fk" FOREIGN KEY ("municipality_id","organization_id") REFERENCES "public"."organization"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_user_id_fk" FOREIGN KEY ("municipality_id","user_id") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_organization_id_fk" FOREIGN KEY ("municipality_id","organization_id") REFERENCES "public"."organization"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_area" ADD CONSTRAINT "place_area_place_id_fk" FOREIGN KEY ("municipality_id","place_id") REFERENCES "public"."place"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_area" ADD CONSTRAINT "place_area_area_id_fk" FOREIGN KEY ("municipality_id","scheme_id","area_id") REFERENCES "public"."area"("municipality_id","scheme_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_permission" ADD CONSTRAINT "referral_permission_organization_id_fk" FOREIGN KEY ("municipality_id","organization_id") REFERENCES "public"."organization"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform" ADD CONSTRAINT "platform_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform" ADD CONSTRAINT "platform_scheme_id_fk" FOREIGN KEY ("municipality_id","scheme_id") REFERENCES "public"."area_scheme"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_area" ADD CONSTRAINT "platform_area_platform_id_fk" FOREIGN KEY ("municipality_id","scheme_id","platform_id") REFERENCES "public"."platform"("municipality_id","scheme_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_area" ADD CONSTRAINT "platform_area_area_id_fk" FOREIGN KEY ("municipality_id","scheme_id","area_id") REFERENCES "public"."area"("municipality_id","scheme_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_membership" ADD CONSTRAINT "platform_membership_platform_id_fk" FOREIGN KEY ("municipality_id","platform_id") REFERENCES "public"."platform"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_membership" ADD CONSTRAINT "platform_membership_organization_id_fk" FOREIGN KEY ("municipality_id","organization_id") REFERENCES "public"."organization"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_operator" ADD CONSTRAINT "platform_operator_platform_id_fk" FOREIGN KEY ("municipality_id","platform_id") REFERENCES "public"."platform"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_operator" ADD CONSTRAINT "platform_operator_department_id_fk" FOREIGN KEY ("municipality_id","department_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_activity_id_fk" FOREIGN KEY ("municipality_id","organization_id","activity_id") REFERENCES "public"."activity"("municipality_id","organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_person_id_fk" FOREIGN KEY ("municipality_id","case_id","person_id") REFERENCES "public"."person"("municipality_id","case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_consent_grant_id_fk" FOREIGN KEY ("municipality_id","person_id","consent_grant_id") REFERENCES "public"."consent_grant"("municipality_id","person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_parent_id_fk" FOREIGN KEY ("municipality_id","parent_id") REFERENCES "public"."referral"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_created_by_fk" FOREIGN KEY ("municipality_id","created_by") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_staff_contact_fk" FOREIGN KEY ("municipality_id","staff_contact_user_id") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_event" ADD CONSTRAINT "referral_event_referral_id_fk" FOREIGN KEY ("municipality_id","referral_id") REFERENCES "public"."referral"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_message" ADD CONSTRAINT "referral_message_referral_id_fk" FOREIGN KEY ("municipality_id","person_id","referral_id") REFERENCES "public"."referral"("municipality_id","person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_packet_field" ADD CONSTRAINT "referral_packet_field_referral_id_fk" FOREIGN KEY ("municipality_id","person_id","referral_id") REFERENCES "public"."referral"("municipality_id","person_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_packet_field" ADD CONSTRAINT "referral_packet_field_person_field_id_fk" FOREIGN KEY ("municipality_id","person_id","data_group","person_field_id") REFERENCES "public"."person_field"("municipality_id","person_id","data_group","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_organization_idx" ON "activity" USING btree ("municipality_id","organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_version_working_uq" ON "activity_version" USING btree ("municipality_id","activity_id") WHERE "activity_version"."status" in ('draft', 'submitted', 'returned');--> statement-breakpoint
CREATE UNIQUE INDEX "activity_version_approved_uq" ON "activity_version" USING btree ("municipality_id","activity_id") WHERE "activity_version"."status" = 'approved';--> statement-breakpoint
CREATE INDEX "activity_version_submitted_idx" ON "activity_version" USING btree ("municipality_id","submitted_at") WHERE "activity_version"."status" = 'submitted';--> statement-breakpoint
CREATE INDEX "published_activity_keys_idx" ON "published_activity" USING gin ("search_keys");--> statement-breakpoint
CREATE INDEX "published_activity_organization_idx" ON "published_activity" USING btree ("municipality_id","organization_id");--> statement-breakpoint
CREATE INDEX "audit_entry_at_idx" ON "audit_entry" USING btree ("municipality_id","at");--> statement-breakpoint
CREATE INDEX "audit_subject_person_idx" ON "audit_subject" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE INDEX "audit_subject_case_idx" ON "audit_subject" USING btree ("municipality_id","case_id");--> statement-breakpoint
CREATE INDEX "audit_subject_audit_idx" ON "audit_subject" USING btree ("municipality_id","audit_id");--> statement-breakpoint
CREATE INDEX "audit_subject_subject_idx" ON "audit_subject" USING btree ("municipality_id","subject_id");--> statement-breakpoint
CREATE INDEX "case_assignment_user_idx" ON "case_assignment" USING btree ("municipality_id","user_id","case_id");--> statement-breakpoint
CREATE INDEX "case_assignment_case_idx" ON "case_assignment" USING btree ("municipality_id","case_id");--> statement-breakpoint
CREATE INDEX "case_event_case_idx" ON "case_event" USING btree ("municipality_id","case_id");--> statement-breakpoint
CREATE INDEX "person_name_token_idx" ON "person_name_token" USING btree ("municipality_id","token");--> statement-breakpoint
CREATE INDEX "consent_event_person_idx" ON "consent_event" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE INDEX "consent_grant_case_idx" ON "consent_grant" USING btree ("municipality_id","case_id");--> statement-breakpoint
CREATE INDEX "consent_grant_recipient_grant_idx" ON "consent_grant_recipient" USING btree ("municipality_id","grant_id");--> statement-breakpoint
CREATE INDEX "draft_expires_at_idx" ON "draft" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "auth_session_user_idx" ON "auth_session" USING btree ("municipality_id","user_id");--> statement-breakpoint
CREATE INDEX "role_assignment_user_idx" ON "role_assignment" USING btree ("municipality_id","user_id");--> statement-breakpoint
CREATE INDEX "user_account_mail_hmac_idx" ON "user_account" USING btree ("mail_hmac");--> statement-breakpoint
CREATE INDEX "meeting_meets_on_idx" ON "meeting" USING btree ("municipality_id","meets_on");--> statement-breakpoint
CREATE INDEX "meeting_decision_person_idx" ON "meeting_decision" USING btree ("municipality_id","person_id");--> statement-breakpoint
CREATE INDEX "label_key_idx" ON "label" USING btree ("municipality_id","key");--> statement-breakpoint
CREATE INDEX "notice_user_idx" ON "notice" USING btree ("municipality_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "outbox_mail_queued_idx" ON "outbox_mail" USING btree ("municipality_id","queued_at");--> statement-breakpoint
CREATE INDEX "organization_name_idx" ON "organization" USING btree ("municipality_id","name_kana");--> statement-breakpoint
CREATE INDEX "place_organization_idx" ON "place" USING btree ("municipality_id","organization_id");--> statement-breakpoint
CREATE INDEX "place_area_area_idx" ON "place_area" USING btree ("municipality_id","area_id");--> statement-breakpoint
CREATE INDEX "referral_permission_organization_idx" ON "referral_permission" USING btree ("municipality_id","organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "platform_membership_open_uq" ON "platform_membership" USING btree ("municipality_id","platform_id","organization_id") WHERE "platform_membership"."status" in ('applied', 'active');--> statement-breakpoint
CREATE INDEX "platform_membership_organization_idx" ON "platform_membership" USING btree ("municipality_id","organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "referral_open_person_activity_uq" ON "referral" USING btree ("municipality_id","person_id","activity_id") WHERE "referral"."status" in ('sent', 'accepted', 'waitlisted', 'in_progress');--> statement-breakpoint
CREATE UNIQUE INDEX "referral_open_chain_uq" ON "referral" USING btree ("municipality_id","chain_id") WHERE "referral"."status" in ('draft', 'sent', 'accepted', 'waitlisted', 'in_progress');--> statement-breakpoint
CREATE INDEX "referral_activity_idx" ON "referral" USING btree ("municipality_id","activity_id","status");--> statement-breakpoint
CREATE INDEX "referral_organization_idx" ON "referral" USING btree ("municipality_id","organization_id","sent_at");--> statement-breakpoint
CREATE INDEX "referral_case_idx" ON "referral" USING btree ("municipality_id","case_id");--> statement-breakpoint
CREATE INDEX "referral_grant_idx" ON "referral" USING btree ("municipality_id","consent_grant_id");--> statement-breakpoint
CREATE INDEX "referral_event_referral_idx" ON "referral_event" USING btree ("municipality_id","referral_id");--> statement-breakpoint
CREATE INDEX "referral_message_referral_idx" ON "referral_message" USING btree ("municipality_id","referral_id");