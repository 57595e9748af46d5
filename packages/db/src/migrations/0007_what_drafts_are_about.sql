ALTER TABLE "draft" ADD COLUMN "case_id" uuid;--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "referral_id" uuid;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_case_id_fk" FOREIGN KEY ("municipality_id","case_id") REFERENCES "public"."support_case"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fk" FOREIGN KEY ("municipality_id","person_id") REFERENCES "public"."person"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_referral_id_fk" FOREIGN KEY ("municipality_id","referral_id") REFERENCES "public"."referral"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
SET LOCAL ROLE "tsunagari_migrator";--> statement-breakpoint
UPDATE "draft" d SET "referral_id" = r."id" FROM "referral" r
  WHERE r."municipality_id" = d."municipality_id" AND r."id"::text = d."subject";--> statement-breakpoint
UPDATE "draft" d SET "case_id" = c."id" FROM "support_case" c
  WHERE c."municipality_id" = d."municipality_id" AND c."id"::text = d."subject";--> statement-breakpoint
UPDATE "draft" d SET "person_id" = p."id" FROM "person" p
  WHERE p."municipality_id" = d."municipality_id" AND p."id"::text = split_part(d."subject", ':', 1);--> statement-breakpoint
UPDATE "draft" d SET "case_id" = a."case_id" FROM (
    SELECT "municipality_id", "id", "case_id" FROM "consent_grant"
    UNION ALL SELECT "municipality_id", "id", "case_id" FROM "agenda_item"
    UNION ALL SELECT "municipality_id", "id", "case_id" FROM "meeting_decision") a
  WHERE a."municipality_id" = d."municipality_id" AND a."id"::text = d."subject";--> statement-breakpoint
SET LOCAL ROLE "tsunagari_owner";
