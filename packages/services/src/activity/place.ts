import type { Tx } from "@tsunagari/db";
import type { OrganizationId } from "@tsunagari/domain";
import { fail } from "../kernel/index.ts";
import { findOpenPlace } from "./rows.ts";

/** Refuses, at its field, a place that was not found among those of the organization in use. */
export const demandPlace = (isFound: boolean): void => {
  if (isFound) return;
  fail("invalid_input", "activity.unknown_place", { fields: [{ path: "content.placeId", code: "not_a_choice" }] });
};

/** The same, looked up. */
export const demandOpenPlace = async (
  tx: Tx,
  municipalityId: string,
  of: { readonly placeId: string; readonly organizationId: OrganizationId },
): Promise<void> => demandPlace((await findOpenPlace(tx, municipalityId, of)) !== null);
