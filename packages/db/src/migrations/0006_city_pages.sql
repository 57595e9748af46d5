CREATE TABLE "city_page" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text,
	"since_on" date NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"user_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "city_page_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "city_page_version_uq" UNIQUE("municipality_id","kind","version")
);
--> statement-breakpoint
ALTER TABLE "city_page" ADD CONSTRAINT "city_page_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;