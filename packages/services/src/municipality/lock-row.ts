import { and, eq, type Tx } from "@tsunagari/db";
import type { area, areaScheme, bodyMember, department, implementationPlan, meetingBody } from "@tsunagari/db/schema";
import type { MunicipalityId } from "@tsunagari/domain";
import type { MunicipalityFacts } from "@tsunagari/domain/municipality";

type Row =
  | typeof area
  | typeof areaScheme
  | typeof bodyMember
  | typeof department
  | typeof implementationPlan
  | typeof meetingBody;

/**
 * Locks a row before it is changed, and gives the facts; null where there is none. Read apart from the lock, because
 * the fence lets only the administrator lock: to the others the row is there, and the policy says why they may not.
 */
export const lockRow = async (
  { tx, municipalityId }: { readonly tx: Tx; readonly municipalityId: MunicipalityId },
  table: Row,
  id: string,
): Promise<MunicipalityFacts | null> => {
  const wanted = and(eq(table.municipalityId, municipalityId), eq(table.id, id));
  await tx.select({ id: table.id }).from(table).where(wanted).for("no key update");
  const [found] = await tx.select({ id: table.id }).from(table).where(wanted);
  return found ? { municipalityId } : null;
};
