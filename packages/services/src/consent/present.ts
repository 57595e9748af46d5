import { and, eq, inArray } from "@tsunagari/db";
import { department, organization } from "@tsunagari/db/schema";
import { lastDayOf, type CivilDate } from "@tsunagari/domain";
import {
  consentForms,
  consentGivers,
  grantStateOn,
  representativeCapacities,
  type RepresentativeCapacity,
} from "@tsunagari/domain/consent";
import { z } from "zod";
import type { Scope } from "../case/index.ts";
import { literalOf, openText, type DataKey } from "../kernel/index.ts";
import { departmentNameToday } from "../municipality/index.ts";
import type { StoredGrant } from "./store.ts";

/** Names of departments and organizations by id. */
export const loadRecipientNames = async (
  { tx, municipalityId }: Scope,
  grants: readonly StoredGrant[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(grants.flatMap((grant) => grant.recipients.map((recipient): string => recipient.id)))];
  if (ids.length === 0) return new Map();
  const departments = await tx
    .select({ id: department.id, name: departmentNameToday })
    .from(department)
    .where(and(eq(department.municipalityId, municipalityId), inArray(department.id, ids)));
  const organizations = await tx
    .select({ id: organization.id, name: organization.name })
    .from(organization)
    .where(and(eq(organization.municipalityId, municipalityId), inArray(organization.id, ids)));
  return new Map([...departments, ...organizations].map((row) => [row.id, row.name]));
};

const Representative = z.tuple([z.string(), z.string()]);

type Particulars = {
  readonly witness: string | null;
  readonly formNote: string | null;
  readonly representative: { readonly name: string; readonly capacity: RepresentativeCapacity } | null;
};

const openParticulars = ({ row }: StoredGrant, key: DataKey | undefined): Particulars => {
  const open = (column: string, envelope: Buffer | null): string | null =>
    envelope === null || key === undefined
      ? null
      : openText(key, envelope, { table: "consent_grant", column, municipalityId: row.municipalityId, rowId: row.id });
  const representative = open("representative_ciphertext", row.representativeCiphertext);
  const [name, capacity] = representative === null ? [] : Representative.parse(JSON.parse(representative));
  return {
    witness: open("witness_ciphertext", row.witnessCiphertext),
    formNote: open("oral_note_ciphertext", row.oralNoteCiphertext),
    representative:
      name === undefined || capacity === undefined
        ? null
        : { name, capacity: literalOf(representativeCapacities, capacity) },
  };
};

/** A consent as staff see it; the key is that of the person, undefined where it was destroyed. */
export const presentGrant = (
  grant: StoredGrant,
  shown: {
    readonly key: DataKey | undefined;
    readonly names: ReadonlyMap<string, string>;
    readonly today: CivilDate;
  },
) => ({
  id: grant.id,
  purpose: grant.purpose,
  state: grantStateOn(grant, shown.today),
  recipients: grant.recipients.map(({ kind, id }) => ({ kind, id, name: shown.names.get(id) ?? null })),
  dataGroups: grant.dataGroups,
  givenOn: grant.sinceOn,
  lastOn: lastDayOf(grant.untilOn),
  form: literalOf(consentForms, grant.row.form),
  givenBy: literalOf(consentGivers, grant.row.givenBy),
  ...openParticulars(grant, shown.key),
  withdrawnAt: grant.withdrawnAt,
  narrowedToId: grant.row.narrowedToId,
});
