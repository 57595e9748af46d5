import { createHash } from "node:crypto";
import { asId, type Id } from "@tsunagari/domain";

/**
 * An id that is the same whenever the same thing is seeded: a UUID of version 8 (RFC 9562) from a hash of its code.
 * As request id of a command (D-37) it makes a seeding that was broken off go on where it stopped.
 */
export const stableId = <Name extends string>(...code: readonly string[]): Id<Name> => {
  const bytes = createHash("sha256").update(code.join("\u001f"), "utf8").digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return asId<Name>([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-"));
};
