CREATE TABLE "department_name" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"name" text NOT NULL,
	"since_on" date NOT NULL,
	CONSTRAINT "department_name_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "department_name_since_on_uq" UNIQUE("municipality_id","department_id","since_on")
);
--> statement-breakpoint
CREATE TABLE "body_member" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"meeting_body_id" uuid NOT NULL,
	"department_id" uuid,
	"name" text,
	"side" text NOT NULL,
	"tier" text,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "body_member_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "body_member_one_ck" CHECK (("body_member"."department_id" is null) <> ("body_member"."name" is null))
);
--> statement-breakpoint
CREATE TABLE "implementation_plan" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"edition" integer,
	"from_fiscal_year" integer NOT NULL,
	"to_fiscal_year" integer NOT NULL,
	"parent_title" text,
	"review_frequency" text,
	"review_times" integer,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "implementation_plan_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "implementation_plan_period_ck" CHECK ("implementation_plan"."to_fiscal_year" >= "implementation_plan"."from_fiscal_year")
);
--> statement-breakpoint
CREATE TABLE "meeting_body" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text,
	"parent_id" uuid,
	"name" text NOT NULL,
	"legal_basis" text NOT NULL,
	"host" text NOT NULL,
	"frequency" text NOT NULL,
	"frequency_times" integer,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_body_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "meeting_body_code_uq" UNIQUE("municipality_id","code"),
	CONSTRAINT "meeting_body_legal_basis_uq" UNIQUE("municipality_id","id","legal_basis")
);
--> statement-breakpoint
CREATE TABLE "meeting_body_name" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"meeting_body_id" uuid NOT NULL,
	"name" text NOT NULL,
	"since_on" date NOT NULL,
	CONSTRAINT "meeting_body_name_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "meeting_body_name_since_on_uq" UNIQUE("municipality_id","meeting_body_id","since_on")
);
--> statement-breakpoint
CREATE TABLE "module_switch" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"module" text NOT NULL,
	"is_on" boolean NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "module_switch_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "module_switch_since_on_uq" UNIQUE("municipality_id","module","since_on"),
	CONSTRAINT "module_switch_period_ck" CHECK ("module_switch"."until_on" is null or "module_switch"."until_on" > "module_switch"."since_on")
);
--> statement-breakpoint
CREATE TABLE "municipality_change" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"user_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "municipality_change_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_review_body" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"meeting_body_id" uuid NOT NULL,
	CONSTRAINT "plan_review_body_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "plan_review_body_uq" UNIQUE("municipality_id","plan_id","meeting_body_id")
);
--> statement-breakpoint
CREATE TABLE "program_department" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"program_status_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	CONSTRAINT "program_department_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "program_department_uq" UNIQUE("municipality_id","program_status_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "program_status" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"program" text NOT NULL,
	"status" text NOT NULL,
	"modes" text[] NOT NULL,
	"target" text,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "program_status_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "program_status_since_on_uq" UNIQUE("municipality_id","program","since_on"),
	CONSTRAINT "program_status_period_ck" CHECK ("program_status"."until_on" is null or "program_status"."until_on" > "program_status"."since_on")
);
--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "meeting_body_id" uuid;--> statement-breakpoint
ALTER TABLE "area_scheme" ADD COLUMN "tier" integer;--> statement-breakpoint
ALTER TABLE "department" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "department" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "department_name" ADD CONSTRAINT "department_name_department_id_fk" FOREIGN KEY ("municipality_id","department_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_member" ADD CONSTRAINT "body_member_meeting_body_id_fk" FOREIGN KEY ("municipality_id","meeting_body_id") REFERENCES "public"."meeting_body"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_member" ADD CONSTRAINT "body_member_department_id_fk" FOREIGN KEY ("municipality_id","department_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementation_plan" ADD CONSTRAINT "implementation_plan_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_body" ADD CONSTRAINT "meeting_body_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_body" ADD CONSTRAINT "meeting_body_parent_id_fk" FOREIGN KEY ("municipality_id","parent_id") REFERENCES "public"."meeting_body"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_body_name" ADD CONSTRAINT "meeting_body_name_meeting_body_id_fk" FOREIGN KEY ("municipality_id","meeting_body_id") REFERENCES "public"."meeting_body"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_switch" ADD CONSTRAINT "module_switch_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipality_change" ADD CONSTRAINT "municipality_change_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_review_body" ADD CONSTRAINT "plan_review_body_plan_id_fk" FOREIGN KEY ("municipality_id","plan_id") REFERENCES "public"."implementation_plan"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_review_body" ADD CONSTRAINT "plan_review_body_meeting_body_id_fk" FOREIGN KEY ("municipality_id","meeting_body_id") REFERENCES "public"."meeting_body"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_department" ADD CONSTRAINT "program_department_program_status_id_fk" FOREIGN KEY ("municipality_id","program_status_id") REFERENCES "public"."program_status"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_department" ADD CONSTRAINT "program_department_department_id_fk" FOREIGN KEY ("municipality_id","department_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_status" ADD CONSTRAINT "program_status_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "body_member_meeting_body_idx" ON "body_member" USING btree ("municipality_id","meeting_body_id");--> statement-breakpoint
CREATE UNIQUE INDEX "module_switch_open_uq" ON "module_switch" USING btree ("municipality_id","module") WHERE "module_switch"."until_on" is null;--> statement-breakpoint
CREATE INDEX "municipality_change_changed_at_idx" ON "municipality_change" USING btree ("municipality_id","changed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "program_status_open_uq" ON "program_status" USING btree ("municipality_id","program") WHERE "program_status"."until_on" is null;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_meeting_body_id_fk" FOREIGN KEY ("municipality_id","meeting_body_id","legal_basis") REFERENCES "public"."meeting_body"("municipality_id","id","legal_basis") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department" ADD CONSTRAINT "department_successor_id_fk" FOREIGN KEY ("municipality_id","successor_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department" ADD CONSTRAINT "department_code_uq" UNIQUE("municipality_id","code");--> statement-breakpoint
INSERT INTO "program_status" ("municipality_id", "id", "program", "status", "modes", "since_on")
SELECT m."id", gen_random_uuid(), p."program", 'inOperation', '{}', '2000-04-01'
FROM "municipality" m
CROSS JOIN unnest(ARRAY['comprehensiveConsultation', 'participationSupport', 'communityBuilding', 'outreach', 'multiAgency']) AS p("program");
