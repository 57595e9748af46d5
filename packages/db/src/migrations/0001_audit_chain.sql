CREATE TABLE "audit_checkpoint" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"checkpoint_no" bigint NOT NULL,
	"chain_no" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"previous" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "audit_checkpoint_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "audit_checkpoint_no_uq" UNIQUE("municipality_id","checkpoint_no")
);
--> statement-breakpoint
CREATE TABLE "audit_seal" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"chain_no" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_seal_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "audit_seal_chain_no_uq" UNIQUE("municipality_id","chain_no")
);
--> statement-breakpoint
CREATE TABLE "audit_verification" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"sealed" bigint NOT NULL,
	"checkpoints" bigint NOT NULL,
	"problem" text,
	"problem_no" bigint,
	CONSTRAINT "audit_verification_municipality_id_id_pk" PRIMARY KEY("municipality_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_checkpoint" ADD CONSTRAINT "audit_checkpoint_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_id_fk" FOREIGN KEY ("municipality_id","id") REFERENCES "public"."audit_entry"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_verification" ADD CONSTRAINT "audit_verification_municipality_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_verification_at_idx" ON "audit_verification" USING btree ("municipality_id","at");--> statement-breakpoint
CREATE INDEX "audit_entry_xid_idx" ON "audit_entry" USING btree ("municipality_id","xid","id");