import { and, eq, inArray, refersTo, sql } from "@tsunagari/db";
import { area, areaScheme, personField, referralPacketField } from "@tsunagari/db/schema";
import {
  groupOfPacketField,
  identifyingValues,
  namesPerson,
  packetFieldNames,
  referencedPacketFieldNames,
  stepOfPacketField,
  writtenPacketFieldNames,
  type PacketField,
  type PacketInput,
  type PacketStep,
} from "@tsunagari/domain/referral";
import { asId } from "@tsunagari/domain";
import { loadPersonTexts, personFieldPlace } from "../case/index.ts";
import { fail, literalOf, newId, openText, type KeyRing } from "../kernel/index.ts";
import { openReferralText, sealReferralText, type ReferralKey } from "./person-key.ts";
import type { ReferralScope } from "./rows.ts";

/** One line of a packet as it is read: the text, where it stands and when it opens. */
export type PacketLine = { readonly field: PacketField; readonly step: PacketStep; readonly text: string };

const packetPlace = (municipalityId: string, rowId: string) =>
  ({ table: "referral_packet_field", column: "ciphertext", municipalityId, rowId }) as const;

/** Areas of the schemes the city marks disclosable (D-10). */
export const listDisclosableAreas = ({
  tx,
  municipalityId,
}: ReferralScope): Promise<{ id: string; name: string; schemeId: string }[]> =>
  tx
    .select({ id: area.id, name: area.name, schemeId: area.schemeId })
    .from(area)
    .innerJoin(areaScheme, refersTo(area, "schemeId", areaScheme))
    .where(and(eq(area.municipalityId, municipalityId), eq(areaScheme.isDisclosable, true)))
    .orderBy(area.sortOrder, area.id);

type Draft = ReferralScope & { readonly referralId: string; readonly held: ReferralKey };
type NewLine = {
  readonly field: PacketField;
  readonly text: string | null;
  readonly personFieldId: string | null;
  readonly areaSchemeId?: string;
};

const referencedLines = async (draft: Draft, chosen: PacketInput["personFields"]): Promise<NewLine[]> => {
  if (chosen.length === 0) return [];
  const rows = await draft.tx
    .select({ id: personField.id, field: personField.field })
    .from(personField)
    .where(
      and(
        eq(personField.municipalityId, draft.municipalityId),
        eq(personField.personId, draft.held.personId),
        inArray(personField.field, [...chosen]),
      ),
    );
  return chosen.map((field) => {
    const row = rows.find((stored) => stored.field === field);
    return row
      ? { field, text: null, personFieldId: row.id }
      : fail("invalid_input", "referral.unknown_field", {
          fields: [{ path: "packet.personFields", code: "not_a_choice" }],
        });
  });
};

const areaLine = async (draft: Draft, areaId: string | null): Promise<NewLine[]> => {
  if (areaId === null) return [];
  const chosen = (await listDisclosableAreas(draft)).find((one) => one.id === areaId);
  if (!chosen) {
    return fail("invalid_input", "referral.area_not_disclosable", {
      fields: [{ path: "packet.areaId", code: "not_a_choice" }],
    });
  }
  return [{ field: "area", text: areaId, personFieldId: null, areaSchemeId: chosen.schemeId }];
};

/** Replaces what is chosen for the packet. Written text is sealed under the person's key; own fields are references. */
export const writePacket = async (draft: Draft, packet: PacketInput): Promise<void> => {
  const { tx, municipalityId, referralId, held } = draft;
  const lines: NewLine[] = [
    ...writtenPacketFieldNames.flatMap((field) => {
      const text = packet[field];
      return text === null ? [] : [{ field, text, personFieldId: null }];
    }),
    ...(await areaLine(draft, packet.areaId)),
    ...(await referencedLines(draft, packet.personFields)),
  ];
  await tx
    .delete(referralPacketField)
    .where(and(eq(referralPacketField.municipalityId, municipalityId), eq(referralPacketField.referralId, referralId)));
  if (lines.length === 0) return;
  await tx.insert(referralPacketField).values(
    lines.map((line) => {
      const id = newId<"referralPacketField">();
      return {
        municipalityId,
        id,
        referralId,
        personId: held.personId,
        field: line.field,
        dataGroup: groupOfPacketField(line.field),
        step: stepOfPacketField(line.field),
        personFieldId: line.personFieldId,
        areaSchemeId: line.areaSchemeId ?? null,
        ciphertext: sealReferralText(held, line.text, packetPlace(municipalityId, id)),
      };
    }),
  );
};

type Reading = ReferralScope & { readonly keys: KeyRing; readonly referralId: string; readonly held: ReferralKey };

const storedRows = ({ tx, municipalityId, referralId }: Reading) =>
  tx
    .select({
      id: referralPacketField.id,
      field: referralPacketField.field,
      personFieldId: referralPacketField.personFieldId,
      ciphertext: referralPacketField.ciphertext,
    })
    .from(referralPacketField)
    .where(and(eq(referralPacketField.municipalityId, municipalityId), eq(referralPacketField.referralId, referralId)));

const referencedTexts = async (reading: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const { tx, municipalityId, held } = reading;
  const rows = await tx
    .select({ id: personField.id, ciphertext: personField.ciphertext })
    .from(personField)
    .where(and(eq(personField.municipalityId, municipalityId), inArray(personField.id, [...ids])));
  return new Map(
    rows.map((row) => [row.id, openText(held.key, row.ciphertext, personFieldPlace(municipalityId, row.id))]),
  );
};

/**
 * The lines of a packet the actor may read, in the packet's order, references resolved now. For a partner the database
 * hands out only the rows of the open steps; the one reader serves the partner's page and the staff's preview.
 */
export const readPacket = async (reading: Reading): Promise<readonly PacketLine[]> => {
  const { tx, municipalityId, held } = reading;
  const rows = await storedRows(reading);
  const texts = await referencedTexts(
    reading,
    rows.flatMap((row) => (row.personFieldId === null ? [] : [row.personFieldId])),
  );
  const lines: PacketLine[] = [];
  for (const field of packetFieldNames) {
    const row = rows.find((stored) => stored.field === field);
    if (!row) continue;
    const written = openReferralText(held, row.ciphertext, packetPlace(municipalityId, row.id));
    const text = row.personFieldId === null ? written : (texts.get(row.personFieldId) ?? null);
    // An emptied field of the person has nothing to show.
    if (text === null || text === "") continue;
    lines.push({
      field,
      step: stepOfPacketField(field),
      text: field === "area" ? await areaName(tx, municipalityId, text) : text,
    });
  }
  return lines;
};

const areaName = async (tx: ReferralScope["tx"], municipalityId: string, areaId: string): Promise<string> => {
  const [row] = await tx
    .select({ name: area.name })
    .from(area)
    .where(and(eq(area.municipalityId, municipalityId), eq(area.id, areaId)));
  return row?.name ?? "";
};

/** Whether the area in a packet, where there is one, may still be named; by the fence's own function. */
export const findIsAreaDisclosable = async (
  { tx, municipalityId }: ReferralScope,
  referralId: string,
): Promise<boolean> => {
  const [row] = await tx
    .select({ isDisclosable: sql<boolean>`app.is_area_disclosable(${referralPacketField.areaSchemeId})` })
    .from(referralPacketField)
    .where(
      and(
        eq(referralPacketField.municipalityId, municipalityId),
        eq(referralPacketField.referralId, referralId),
        eq(referralPacketField.field, "area"),
      ),
    );
  return row?.isDisclosable ?? true;
};

/** What the form of a draft holds. An area that may no longer be named is not in it, so that saving takes it out. */
export const readPacketForm = async (reading: Reading): Promise<PacketInput> => {
  const rows = await storedRows(reading);
  const text = (field: PacketField): string | null => {
    const row = rows.find((stored) => stored.field === field);
    return row ? openReferralText(reading.held, row.ciphertext, packetPlace(reading.municipalityId, row.id)) : null;
  };
  const areaId = (await findIsAreaDisclosable(reading, reading.referralId)) ? text("area") : null;
  return {
    wishes: text("wishes"),
    needs: text("needs"),
    times: text("times"),
    staffContact: text("staffContact"),
    cautions: text("cautions"),
    living: text("living"),
    household: text("household"),
    health: text("health"),
    areaId: areaId === null ? null : asId<"area">(areaId),
    personFields: rows.flatMap((row) =>
      row.personFieldId === null ? [] : [literalOf(referencedPacketFieldNames, row.field)],
    ),
  };
};

/**
 * Refuses text for the step before acceptance that names the person (threat 24), by the path of each field in the form.
 * For the staff's side alone.
 */
export const demandUnnamed = async (
  scope: ReferralScope & { readonly keys: KeyRing },
  personId: string,
  texts: Readonly<Record<string, string | null>>,
): Promise<void> => {
  const known = (await loadPersonTexts(scope, [personId], [...referencedPacketFieldNames])).get(personId);
  const values = identifyingValues(Object.fromEntries(known ?? []));
  const named = Object.entries(texts).filter(([, text]) => text !== null && namesPerson(text, values));
  if (named.length === 0) return;
  fail("invalid_input", "referral.text_names_person", {
    fields: named.map(([path]) => ({ path, code: "names_person" })),
  });
};
