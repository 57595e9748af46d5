CREATE TABLE "platform_participant" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"department_id" uuid,
	"name_ciphertext" "bytea",
	"is_minor" boolean DEFAULT false NOT NULL,
	"guardian_agreed_on" date,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "platform_participant_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "platform_participant_kind_ck" CHECK (("platform_participant"."kind" = 'consultationAgency' and "platform_participant"."department_id" is not null and "platform_participant"."name_ciphertext" is null and not "platform_participant"."is_minor" and "platform_participant"."guardian_agreed_on" is null)
        or ("platform_participant"."kind" = 'individual' and "platform_participant"."department_id" is null)),
	CONSTRAINT "platform_participant_minor_ck" CHECK (not "platform_participant"."is_minor" or ("platform_participant"."name_ciphertext" is null and "platform_participant"."guardian_agreed_on" is not null)),
	CONSTRAINT "platform_participant_left_ck" CHECK ("platform_participant"."until_on" is null or "platform_participant"."name_ciphertext" is null),
	CONSTRAINT "platform_participant_period_ck" CHECK ("platform_participant"."until_on" is null or "platform_participant"."until_on" >= "platform_participant"."since_on")
);
--> statement-breakpoint
ALTER TABLE "organization_trait" DROP CONSTRAINT "organization_trait_period";--> statement-breakpoint
ALTER TABLE "area_scheme" ADD COLUMN "withheld_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "referral_packet_field" ADD COLUMN "area_scheme_id" uuid;--> statement-breakpoint
ALTER TABLE "platform_participant" ADD CONSTRAINT "platform_participant_platform_id_fk" FOREIGN KEY ("municipality_id","platform_id") REFERENCES "public"."platform"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_participant" ADD CONSTRAINT "platform_participant_department_id_fk" FOREIGN KEY ("municipality_id","department_id") REFERENCES "public"."department"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "platform_participant_platform_idx" ON "platform_participant" USING btree ("municipality_id","platform_id");--> statement-breakpoint
CREATE UNIQUE INDEX "platform_participant_open_uq" ON "platform_participant" USING btree ("municipality_id","platform_id","department_id") WHERE "platform_participant"."until_on" is null;--> statement-breakpoint
ALTER TABLE "referral_packet_field" ADD CONSTRAINT "referral_packet_field_area_scheme_id_fk" FOREIGN KEY ("municipality_id","area_scheme_id") REFERENCES "public"."area_scheme"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_scheme" ADD CONSTRAINT "area_scheme_withheld_ck" CHECK ("area_scheme"."withheld_at" is null or not "area_scheme"."is_disclosable");--> statement-breakpoint
ALTER TABLE "organization_trait" ADD CONSTRAINT "organization_trait_period_ck" CHECK ("organization_trait"."until_on" is null or "organization_trait"."since_on" <= "organization_trait"."until_on");--> statement-breakpoint
ALTER TABLE "referral_packet_field" ADD CONSTRAINT "referral_packet_field_area" CHECK ("referral_packet_field"."area_scheme_id" is null or "referral_packet_field"."field" = 'area');