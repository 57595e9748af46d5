import { and, eq, inArray } from "@tsunagari/db";
import { person, personField, personKey, personNameToken } from "@tsunagari/db/schema";
import {
  dataGroups,
  gramsOfName,
  type MemberRelation,
  type PersonChanges,
  type PersonData,
  type PersonField,
} from "@tsunagari/domain/case";
import {
  findPersonKeys,
  getPersonKey,
  newId,
  newPersonKey,
  openText,
  sealText,
  type CipherPlace,
  type KeyRing,
} from "../kernel/index.ts";
import type { Scope } from "./access.ts";

/** What reading or writing residents' data needs. */
export type KeyedScope = Scope & { readonly keys: KeyRing };

/** Where a field of a person stands; a packet that shows it by reference opens it with the same place. */
export const personFieldPlace = (municipalityId: string, rowId: string): CipherPlace => ({
  table: "person_field",
  column: "ciphertext",
  municipalityId,
  rowId,
});

/** A person's stated fields, in clear. */
export type PersonTexts = ReadonlyMap<string, string>;

/** The fields of the persons whose key the actor may read, decrypted; a person without any stands in it too. */
export const loadPersonTexts = async (
  scope: KeyedScope,
  personIds: readonly string[],
  fields?: readonly PersonField[],
): Promise<ReadonlyMap<string, PersonTexts>> => {
  const keys = await findPersonKeys(scope, personIds);
  const texts = new Map<string, Map<string, string>>([...keys.keys()].map((id) => [id, new Map()]));
  if (keys.size === 0) return texts;
  const rows = await scope.tx
    .select()
    .from(personField)
    .where(
      and(
        eq(personField.municipalityId, scope.municipalityId),
        inArray(personField.personId, [...keys.keys()]),
        fields === undefined ? undefined : inArray(personField.field, [...fields]),
      ),
    );
  for (const row of rows) {
    const key = keys.get(row.personId);
    if (!key) continue;
    const text = openText(key, row.ciphertext, personFieldPlace(scope.municipalityId, row.id));
    // An emptied field keeps its row, because a packet may refer to it.
    if (text !== "") texts.get(row.personId)?.set(row.field, text);
  }
  return texts;
};

/** Every field of a person, group by group, listed by hand: a new field is invisible until it stands here. */
export const presentPersonData = (texts: PersonTexts): PersonData => {
  const text = (field: PersonField): string | null => texts.get(field) ?? null;
  return {
    identity: {
      name: text("name"),
      kana: text("kana"),
      birthOn: text("birthOn"),
      preferredName: text("preferredName"),
    },
    contact: { address: text("address"), phone: text("phone"), mail: text("mail") },
    household: { householdSituation: text("householdSituation") },
    living: { livingSituation: text("livingSituation"), involvedAgencies: text("involvedAgencies") },
    health: { healthSituation: text("healthSituation") },
    needs: { supportNeeds: text("supportNeeds") },
    wishes: { wishes: text("wishes") },
    cautions: { cautions: text("cautions") },
  };
};

type Owner = { readonly caseId: string; readonly personId: string };

/** D-35: names are found by HMAC'd grams; they are made anew whenever the name changes. */
const writeNameTokens = async (scope: KeyedScope, owner: Owner, names: readonly (string | null)[]): Promise<void> => {
  const { tx, municipalityId, keys } = scope;
  await tx
    .delete(personNameToken)
    .where(and(eq(personNameToken.municipalityId, municipalityId), eq(personNameToken.personId, owner.personId)));
  const grams = [...new Set(names.flatMap((name) => (name === null ? [] : gramsOfName(name))))];
  if (grams.length === 0) return;
  await tx.insert(personNameToken).values(
    grams.map((gram) => ({
      municipalityId,
      id: newId<"personNameToken">(),
      ...owner,
      token: keys.nameToken(municipalityId, gram),
    })),
  );
};

/** Writes the groups that are given, whole; groups that are not given stay as they are. */
export const writePersonFields = async (scope: KeyedScope, owner: Owner, changes: PersonChanges): Promise<void> => {
  const { tx, municipalityId } = scope;
  const key = await getPersonKey(scope, owner.personId);
  const stored = await tx
    .select({ id: personField.id, field: personField.field, version: personField.version })
    .from(personField)
    .where(and(eq(personField.municipalityId, municipalityId), eq(personField.personId, owner.personId)));
  const rowOf = new Map(stored.map((row) => [row.field, row]));
  for (const dataGroup of dataGroups) {
    for (const [field, text] of Object.entries(changes[dataGroup] ?? {})) {
      const row = rowOf.get(field);
      const id = row?.id ?? newId<"personField">();
      const ciphertext = sealText(key, text ?? "", personFieldPlace(municipalityId, id));
      if (row) {
        await tx
          .update(personField)
          .set({ ciphertext, version: row.version + 1 })
          .where(and(eq(personField.municipalityId, municipalityId), eq(personField.id, id)));
      } else if (text !== null) {
        await tx.insert(personField).values({ municipalityId, id, ...owner, dataGroup, field, ciphertext });
      }
    }
  }
  if (changes.identity) await writeNameTokens(scope, owner, [changes.identity.name, changes.identity.kana]);
};

type NewPerson = {
  readonly caseId: string;
  readonly relation: MemberRelation;
  readonly isProtected: boolean;
  readonly sortOrder: number;
  readonly data: PersonChanges;
};

/** Stores a person with a key of their own and the fields that were stated. */
export const insertPerson = async (scope: KeyedScope, added: NewPerson): Promise<string> => {
  const { tx, municipalityId, keys } = scope;
  const personId = newId<"person">();
  const { caseId, relation, isProtected, sortOrder } = added;
  await tx
    .insert(person)
    .values({ municipalityId, id: personId, caseId, relation, isSubject: relation === "self", isProtected, sortOrder });
  const { wrapped } = newPersonKey(keys, municipalityId, personId);
  await tx
    .insert(personKey)
    .values({ municipalityId, id: newId<"personKey">(), caseId, personId, wrappedKey: wrapped });
  await writePersonFields(scope, { caseId, personId }, added.data);
  return personId;
};
