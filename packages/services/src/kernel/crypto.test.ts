import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newDataKey, openText, sealText, type CipherPlace } from "./crypto.ts";
import { createKeyFile, newWrappedKey, readKeyFile, temporaryKeyRing, unwrapKey } from "./key-ring.ts";
import { newId } from "./uuid.ts";

const place: CipherPlace = { table: "person_field", column: "ciphertext", municipalityId: "m", rowId: "r" };
const key = newDataKey("d1");
/** What the cipher, or the look at the envelope before it, says of a wrong byte, place or key. */
const unopened = /unable to authenticate|not an envelope|Invalid/u;

describe("envelopes", () => {
  it("give back every text they were given", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }).filter((text) => text.isWellFormed()),
        (text) => {
          expect(openText(key, sealText(key, text, place), place)).toBe(text);
        },
      ),
    );
  });

  it("do not open when any single byte was changed", () => {
    const sealed = sealText(key, "春日井市藤山台", place);
    for (let at = 0; at < sealed.length; at += 1) {
      const broken = Buffer.from(sealed);
      broken[at] = (broken[at] ?? 0) ^ 1;
      // A changed key id is no secret by itself: the key is looked up by it and the tag then fails.
      if (at >= 2 && at < 4) continue;
      expect(() => openText(key, broken, place)).toThrow(unopened);
    }
  });

  it.each([{ table: "other" }, { column: "other" }, { municipalityId: "other" }, { rowId: "other" }])(
    "do not open in another place: %j",
    (change) => {
      expect(() => openText(key, sealText(key, "x", place), { ...place, ...change })).toThrow(unopened);
    },
  );

  it("do not open with another key", () => {
    expect(() => openText(newDataKey("d1"), sealText(key, "x", place), place)).toThrow(unopened);
  });

  it("never use a nonce twice", () => {
    const nonces = new Set(
      Array.from({ length: 20_000 }, () => sealText(key, "", place).subarray(4, 16).toString("hex")),
    );
    expect(nonces.size).toBe(20_000);
  });
});

describe("key ring", () => {
  it("a key wrapped by one city does not open under another", () => {
    const keys = temporaryKeyRing();
    const { key: dataKey, wrapped } = newWrappedKey(keys, place);
    expect(unwrapKey(keys, wrapped, place).bytes.equals(dataKey.bytes)).toBe(true);
    expect(() => unwrapKey(keys, wrapped, { ...place, municipalityId: "other" })).toThrow(unopened);
  });

  it("names give different tokens in different cities", () => {
    const keys = temporaryKeyRing();
    expect(keys.nameToken("a", "田中").equals(keys.nameToken("b", "田中"))).toBe(false);
  });

  it("the file is made once, readable by its owner only, and refused when others may read it", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "keys-")), "keys.json");
    await createKeyFile(path);
    const hmac = (await readKeyFile(path)).mailHmac("a@example.jp");
    await createKeyFile(path);
    expect((await readKeyFile(path)).mailHmac(" A@example.jp").equals(hmac)).toBe(true);
    chmodSync(path, 0o644);
    await expect(readKeyFile(path)).rejects.toThrow("owner only");
  });
});

describe("ids", () => {
  it("are UUIDs of version 7 in the order of their making, to the millisecond", () => {
    const ids = Array.from({ length: 100 }, () => newId<"test">());
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
    expect(new Set(ids).size).toBe(100);
    const stamps = ids.map((id) => id.slice(0, 13));
    expect([...stamps].toSorted()).toEqual(stamps);
  });
});
