ALTER TABLE "published_activity" ADD COLUMN "from_time" time;--> statement-breakpoint
ALTER TABLE "published_activity" ADD COLUMN "to_time" time;--> statement-breakpoint
SET LOCAL ROLE "tsunagari_migrator";--> statement-breakpoint
UPDATE "published_activity" SET
  "from_time" = ("page" #>> '{content,schedule,fromTime}')::time,
  "to_time" = ("page" #>> '{content,schedule,toTime}')::time
  WHERE "page" #>> '{content,schedule,kind}' = 'weekly';--> statement-breakpoint
SET LOCAL ROLE "tsunagari_owner";
