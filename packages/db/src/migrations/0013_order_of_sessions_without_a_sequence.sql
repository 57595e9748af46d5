ALTER TABLE "auth_session" ALTER COLUMN "begun_no" DROP IDENTITY;--> statement-breakpoint
ALTER TABLE "auth_session" ALTER COLUMN "begun_no" SET DEFAULT 0;
