CREATE TABLE "account_link" (
	"municipality_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_link_municipality_id_id_pk" PRIMARY KEY("municipality_id","id"),
	CONSTRAINT "account_link_token_uq" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "outbox_mail" ALTER COLUMN "ciphertext" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "auth_session" ADD COLUMN "browser" text;--> statement-breakpoint
ALTER TABLE "auth_session" ADD COLUMN "rotation_due" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "auth_session" ADD COLUMN "previous_token_hash" text;--> statement-breakpoint
ALTER TABLE "auth_session" ADD COLUMN "rotated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD COLUMN "next_attempt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_user_id_fk" FOREIGN KEY ("municipality_id","user_id") REFERENCES "public"."user_account"("municipality_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_link_user_idx" ON "account_link" USING btree ("municipality_id","user_id","purpose");--> statement-breakpoint
CREATE INDEX "auth_session_previous_token_idx" ON "auth_session" USING btree ("previous_token_hash");--> statement-breakpoint
CREATE INDEX "outbox_mail_waiting_idx" ON "outbox_mail" USING btree ("municipality_id","queued_at") WHERE sent_at is null and failed_at is null;