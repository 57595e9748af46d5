import { insertInto, prepareStatement, rowFor, send, sendLast, sql } from "@tsunagari/db";
import { activity, activityVersion } from "@tsunagari/db/schema";
import type { Actor } from "@tsunagari/domain";
import { CreateActivity } from "@tsunagari/domain/activity";
import { asPartner, defineCommand, demandFound, fail, newId } from "../kernel/index.ts";
import { demandPlace } from "./place.ts";
import { contentColumns } from "./rows.ts";

type Ground = { readonly status: string; readonly has_place: boolean };
type Asked = { city: string; organizationId: string | null; placeId: string };

const placeholder = (name: keyof Asked) => sql`${sql.placeholder(name)}::uuid`;

/** The organization with its row held, so that it is not suspended meanwhile, and whether the place is one it uses. */
const ground = prepareStatement<Ground, Asked>(sql`
  select o.status, exists (
           select from place p
            where p.municipality_id = o.municipality_id and p.id = ${placeholder("placeId")}
              and p.organization_id = o.id and not p.is_ended) as has_place
    from organization o
   where o.municipality_id = ${placeholder("city")} and o.id = ${placeholder("organizationId")}
     for share of o`);

const activityColumns = [
  "municipalityId",
  "id",
  "organizationId",
  "status",
  "acceptsReferrals",
  "referralCapacity",
] as const;
const versionColumns = [
  "municipalityId",
  "id",
  "activityId",
  "organizationId",
  "number",
  "status",
  "title",
  "titleKana",
  "category",
  "summary",
  "description",
  "audiences",
  "audienceNote",
  "scheduleKind",
  "weekday",
  "fromTime",
  "toTime",
  "firstOn",
  "lastOn",
  "skippedOn",
  "scheduleNote",
  "placeId",
  "contactName",
  "contactPhone",
  "contactMail",
  "contactWebsite",
  "isFree",
  "feeNote",
  "joinWay",
  "joinNote",
  "accessibility",
  "accessibilityNote",
] as const;

const insertDraft = prepareStatement<object, Readonly<Record<string, unknown>>>(
  sql`with made as (${insertInto(activity, activityColumns)}) ${insertInto(activityVersion, versionColumns)}`,
);

const ownOrganization = (actor: Actor) => (actor.kind === "partner" ? actor.organizationId : null);

/** Begins an activity as a draft of the partner's own organization. */
export const createActivity = defineCommand({
  action: "activity.create",
  input: CreateActivity,
  hold: async ({ tx, actor, municipalityId, input }) => {
    const { placeId } = input.content;
    return send(tx, ground, { city: municipalityId, organizationId: ownOrganization(actor), placeId });
  },
  run: async ({ tx, actor, municipalityId, input, held: [found] }) => {
    const { organizationId } = asPartner(actor);
    if (input.organizationId !== organizationId) return fail("not_found", "kernel.not_found");
    const { status, has_place: hasPlace } = demandFound(found);
    // D-15: any active organization may post.
    if (status !== "active") return fail("forbidden", "activity.organization_not_active");
    demandPlace(hasPlace);
    const id = newId<"activity">();
    const { acceptsReferrals, referralCapacity } = input;
    const shared = { municipalityId, organizationId, status: "draft" };
    const version = { id: newId<"activityVersion">(), activityId: id, number: 1, ...contentColumns(input.content) };
    sendLast(tx, insertDraft, {
      ...rowFor(activity, { ...shared, id, acceptsReferrals, referralCapacity }),
      ...rowFor(activityVersion, { ...shared, ...version }),
    });
    return { id, subjects: [{ kind: "activity", id }] };
  },
});
