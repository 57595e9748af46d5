import { randomBytes } from "node:crypto";
import { asId, type Id } from "@tsunagari/domain/kernel";

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, the rest random; sorts by time of making. */
export const newId = <Name extends string>(): Id<Name> => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return asId<Name>([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-"));
};
