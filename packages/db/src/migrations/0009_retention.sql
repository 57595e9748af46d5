CREATE TABLE "retention_due" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"case_number" text NOT NULL,
	"status" text NOT NULL,
	"completed_on" date NOT NULL,
	"due_on" date NOT NULL,
	"listed_at" timestamp with time zone NOT NULL,
	"postponed_until_on" date,
	"postpone_reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"destroys_on" date,
	"destroyed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "retention_due_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "retention_due_case_uq" UNIQUE("municipality_id","case_id"),
	CONSTRAINT "retention_due_decision" CHECK (case "retention_due"."status"
            when 'due' then num_nonnulls("retention_due"."postponed_until_on", "retention_due"."postpone_reason", "retention_due"."decided_by", "retention_due"."decided_at", "retention_due"."destroys_on", "retention_due"."destroyed_at") = 0
            when 'postponed' then num_nonnulls("retention_due"."postponed_until_on", "retention_due"."postpone_reason", "retention_due"."decided_by", "retention_due"."decided_at") = 4
              and num_nonnulls("retention_due"."destroys_on", "retention_due"."destroyed_at") = 0
            when 'confirmed' then num_nonnulls("retention_due"."decided_by", "retention_due"."decided_at", "retention_due"."destroys_on") = 3
              and num_nonnulls("retention_due"."postponed_until_on", "retention_due"."postpone_reason", "retention_due"."destroyed_at") = 0
            when 'destroyed' then num_nonnulls("retention_due"."decided_by", "retention_due"."decided_at", "retention_due"."destroys_on", "retention_due"."destroyed_at") = 4
            else false end)
);
--> statement-breakpoint
CREATE TABLE "retention_officer" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "retention_officer_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "support_case" ALTER COLUMN "wrapped_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "support_case" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "retention_due" ADD CONSTRAINT "retention_due_case_id_fk" FOREIGN KEY ("municipality_id","case_id") REFERENCES "public"."support_case"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_due" ADD CONSTRAINT "retention_due_decided_by_fk" FOREIGN KEY ("municipality_id","decided_by") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_officer" ADD CONSTRAINT "retention_officer_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_officer" ADD CONSTRAINT "retention_officer_user_id_fk" FOREIGN KEY ("municipality_id","user_id") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "retention_due_status_idx" ON "retention_due" USING btree ("municipality_id","status","due_on");--> statement-breakpoint
CREATE INDEX "retention_officer_user_idx" ON "retention_officer" USING btree ("municipality_id","user_id");--> statement-breakpoint
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_erased" CHECK (("support_case"."wrapped_key" is null) = ("support_case"."erased_at" is not null));