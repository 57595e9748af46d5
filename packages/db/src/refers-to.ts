import { and, eq, type AnyColumn, type SQL } from "drizzle-orm";

type OfCity = { readonly municipalityId: AnyColumn };

/**
 * The condition of a join along a foreign key: `refersTo(referral, "activityId", activity)`. Every such key carries the
 * city (docs/adr/0002-tenancy.md), so every join asks for it.
 */
export const refersTo = <Key extends string>(
  from: OfCity & Readonly<Record<Key, AnyColumn>>,
  key: Key,
  to: OfCity & { readonly id: AnyColumn },
): SQL | undefined => and(eq(to.municipalityId, from.municipalityId), eq(to.id, from[key]));
