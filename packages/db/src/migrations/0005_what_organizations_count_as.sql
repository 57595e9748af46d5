CREATE TABLE "organization_trait" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"trait" text NOT NULL,
	"since_on" date NOT NULL,
	"until_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organization_trait_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "organization_trait_period" CHECK ("organization_trait"."until_on" is null or "organization_trait"."since_on" < "organization_trait"."until_on")
);
--> statement-breakpoint
ALTER TABLE "organization_trait" ADD CONSTRAINT "organization_trait_organization_id_fk" FOREIGN KEY ("municipality_id","organization_id") REFERENCES "public"."organization"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organization_trait_organization_idx" ON "organization_trait" USING btree ("municipality_id","organization_id");