import { z } from "zod";
import {
  choice,
  command,
  DateField,
  input,
  line,
  LinkField,
  MailField,
  optionalLine,
  OptionalDateField,
  OrganizationId,
  Page,
  paragraph,
  PhoneField,
  halfWidth,
  Version,
} from "../kernel/index.ts";
import { AreaId } from "../municipality/index.ts";
import {
  organizationKinds,
  organizationStatuses,
  organizationTraits,
  OrganizationTraitId,
  PlaceId,
  ReferralPermissionId,
} from "./organization.ts";

/** A published mail address; empty means "not stated". */
export const OptionalMailField = z
  .union([z.literal("").transform(() => null), z.null(), MailField], { error: "not_an_address" })
  .optional()
  .transform((value): string | null => value ?? null);

/** ひらがな or カタカナ with digits, spaces and marks: readings are sorted and searched by. */
const kana = (maxLength: number) =>
  line(maxLength).refine(
    (text) => /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\d\s\-A-Za-z0-9（）()]+$/u.test(text.normalize("NFKC")),
    {
      error: "invalid",
    },
  );

const PostalCodeField = z
  .string()
  .transform((text) =>
    halfWidth(text)
      .replace(/^〒\s*/u, "")
      .replace(/^(\d{3})-?(\d{4})$/u, "$1-$2"),
  )
  .refine((text) => text === "" || /^\d{3}-\d{4}$/u.test(text), { error: "invalid" })
  .nullish()
  .transform((text) => (text === "" ? null : (text ?? null)));

const coordinate = (limit: number) =>
  z
    .number({ error: "not_a_number" })
    .min(-limit, { error: "out_of_range" })
    .max(limit, { error: "out_of_range" })
    .nullish()
    .transform((value) => value ?? null);

const identityFields = { name: line(100), nameKana: kana(200), kind: choice(organizationKinds) };

const profileFields = {
  description: paragraph(2000),
  phone: PhoneField,
  mail: OptionalMailField,
  website: LinkField,
};

const placeFields = {
  name: line(100),
  postalCode: PostalCodeField,
  address: line(200),
  directions: optionalLine(300),
  latitude: coordinate(90),
  longitude: coordinate(180),
  /** At most one area of each scheme; the service refuses a second one. */
  areaIds: z.array(AreaId, { error: "invalid" }).max(10, { error: "out_of_range" }),
};

export const RegisterOrganization = command({ ...identityFields, ...profileFields });
export type RegisterOrganization = z.output<typeof RegisterOrganization>;

/** What the organization itself keeps up to date. */
export const AmendOrganization = command({
  organizationId: OrganizationId,
  version: Version,
  ...profileFields,
});
export type AmendOrganization = z.output<typeof AmendOrganization>;

/** Name and kind are changed by the city only: activities and agreements stand under the name. */
export const RenameOrganization = command({
  organizationId: OrganizationId,
  version: Version,
  ...identityFields,
});
export type RenameOrganization = z.output<typeof RenameOrganization>;

const statusChange = () => command({ organizationId: OrganizationId, version: Version });
export const SuspendOrganization = statusChange();
export type SuspendOrganization = z.output<typeof SuspendOrganization>;
export const ResumeOrganization = statusChange();
export type ResumeOrganization = z.output<typeof ResumeOrganization>;
export const CloseOrganization = statusChange();
export type CloseOrganization = z.output<typeof CloseOrganization>;

export const AddPlace = command({ organizationId: OrganizationId, ...placeFields });
export type AddPlace = z.output<typeof AddPlace>;
export const AmendPlace = command({ placeId: PlaceId, version: Version, ...placeFields });
export type AmendPlace = z.output<typeof AmendPlace>;
export const EndPlace = command({ placeId: PlaceId, version: Version });
export type EndPlace = z.output<typeof EndPlace>;

/** D-14: dated, with the signed data-handling agreement. The screen shows the last day; `untilOn` is the day after it. */
export const GrantReferralPermission = command({
  organizationId: OrganizationId,
  sinceOn: DateField,
  untilOn: OptionalDateField,
  agreementVersion: line(60),
  agreementSignedOn: DateField,
  signedByTitle: line(60),
})
  .refine((value) => value.untilOn === null || value.untilOn > value.sinceOn, {
    error: "before_start",
    path: ["untilOn"],
  })
  .refine((value) => value.agreementSignedOn <= value.sinceOn, { error: "out_of_range", path: ["agreementSignedOn"] });
export type GrantReferralPermission = z.output<typeof GrantReferralPermission>;

export const RevokeReferralPermission = command({
  permissionId: ReferralPermissionId,
  version: Version,
  reason: line(200),
});
export type RevokeReferralPermission = z.output<typeof RevokeReferralPermission>;

/** The first day may lie before the registration; `untilOn` is the day after the last one. */
export const RecordTrait = command({
  organizationId: OrganizationId,
  trait: choice(organizationTraits),
  sinceOn: DateField,
  untilOn: OptionalDateField,
}).refine((value) => value.untilOn === null || value.untilOn > value.sinceOn, {
  error: "before_start",
  path: ["untilOn"],
});
export type RecordTrait = z.output<typeof RecordTrait>;

export const EndTrait = command({ traitId: OrganizationTraitId, version: Version, untilOn: DateField });
export type EndTrait = z.output<typeof EndTrait>;

/** For what was recorded by mistake: it is counted on no day, and stays to be read. */
export const CancelTrait = command({ traitId: OrganizationTraitId, version: Version });
export type CancelTrait = z.output<typeof CancelTrait>;

export const CountTraitsAsOf = input({ on: DateField });
export type CountTraitsAsOf = z.output<typeof CountTraitsAsOf>;

export const GetOrganization = input({ organizationId: OrganizationId });
export type GetOrganization = z.output<typeof GetOrganization>;

export const ListOrganizations = input({
  keyword: optionalLine(100),
  kind: choice(organizationKinds)
    .nullish()
    .transform((value) => value ?? null),
  status: choice(organizationStatuses)
    .nullish()
    .transform((value) => value ?? null),
  /** true: only those that may receive referrals today. */
  mayReceiveReferrals: z.boolean({ error: "invalid" }).default(false),
  ...Page,
});
export type ListOrganizations = z.output<typeof ListOrganizations>;
