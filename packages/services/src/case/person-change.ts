import { and, eq } from "@tsunagari/db";
import { person } from "@tsunagari/db/schema";
import { demandOne, type Outcome } from "../kernel/index.ts";
import type { Scope } from "./access.ts";
import type { PersonRow } from "./store.ts";

type Flags = Partial<Pick<PersonRow, "isProtected" | "isRemoved">>;

/** Raises the version of a person, with flags if any; a version that has moved on is a conflict. */
export const touchPerson = async (
  { tx, municipalityId }: Scope,
  row: PersonRow,
  change: { readonly version: number; readonly flags?: Flags },
): Promise<Outcome> => {
  demandOne(
    await tx
      .update(person)
      .set({ ...change.flags, version: change.version + 1 })
      .where(and(eq(person.municipalityId, municipalityId), eq(person.id, row.id), eq(person.version, change.version)))
      .returning({ id: person.id }),
  );
  return { id: row.id, subjects: [{ kind: "person", id: row.id, caseId: row.caseId, personId: row.id }] };
};
