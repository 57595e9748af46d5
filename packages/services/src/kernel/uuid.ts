import { randomUUID } from "node:crypto";
import { asId, type Id } from "@tsunagari/domain/kernel";

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, the rest random; sorts by time of making. */
export const newId = <Name extends string>(): Id<Name> => {
  const time = Date.now().toString(16).padStart(12, "0");
  // A UUIDv4 has random digits, a version and a variant where a UUIDv7 has them behind the time.
  return asId<Name>(`${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`);
};
