import { organizationKinds } from "@tsunagari/domain/organization";
import { z } from "zod";
import { Trait } from "./groups-file.ts";

const Membership = z.strictObject({ platform: z.string(), sinceOn: z.string(), leftOn: z.string().optional() });

/** An application that is waiting on the day of the demo, or was declined shortly before it. */
const Request = z.strictObject({
  platform: z.string(),
  daysAgo: z.number(),
  message: z.string(),
  declinedDaysAgo: z.number().nullable(),
  declineReason: z.string().nullable(),
});

const OrganizationFile = z.strictObject({
  code: z.string(),
  name: z.string(),
  nameKana: z.string(),
  kind: z.enum(organizationKinds),
  description: z.string(),
  phone: z.string(),
  mail: z.string(),
  website: z.string().nullable(),
  registeredOn: z.string(),
  /** Null where one of the city's personas is the owner. */
  owner: z.strictObject({ name: z.string(), mail: z.string() }).nullable(),
  place: z.strictObject({
    name: z.string(),
    address: z.string(),
    directions: z.string().nullable(),
    latitude: z.number(),
    longitude: z.number(),
    areas: z.array(z.string()),
  }),
  memberships: z.array(Membership),
  requests: z.array(Request),
  traits: z.array(Trait).default([]),
  referralPermission: z
    .strictObject({
      sinceOn: z.string(),
      untilOn: z.string().nullable(),
      agreementVersion: z.string(),
      agreementSignedOn: z.string(),
      signedByTitle: z.string(),
    })
    .optional(),
});
export type OrganizationFile = z.output<typeof OrganizationFile>;
export const OrganizationFiles = z.array(OrganizationFile);
