import type { Tx } from "@tsunagari/db";
import type { OrganizationId } from "@tsunagari/domain";
import { fail } from "../kernel/index.ts";
import { findOpenPlace } from "./rows.ts";

/** Refuses, at its field, a place that is not the organization's or no longer in use. */
export const demandOpenPlace = async (
  tx: Tx,
  municipalityId: string,
  of: { readonly placeId: string; readonly organizationId: OrganizationId },
): Promise<void> => {
  if (await findOpenPlace(tx, municipalityId, of)) return;
  fail("invalid_input", "activity.unknown_place", { fields: [{ path: "content.placeId", code: "not_a_choice" }] });
};
