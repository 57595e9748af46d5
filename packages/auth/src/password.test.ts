import { NewPassword } from "@tsunagari/domain/identity";
import { describe, expect, it } from "vitest";
import { createOneTimePassword, hashPassword, verifyPassword } from "./password.ts";

describe("passwords", () => {
  it("are kept as argon2id with the stated cost", async () => {
    expect(await hashPassword("小径を歩くと花が咲いていました")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
  });

  it("fit only exactly as they were received", async () => {
    const stored = await hashPassword("haru no komichi wo aruku");
    expect(await verifyPassword(stored, "haru no komichi wo aruku")).toBe(true);
    expect(await verifyPassword(stored, "haru no komichi wo aruku ")).toBe(false);
    expect(await verifyPassword(stored, "Haru no komichi wo aruku")).toBe(false);
  });

  it("tell a composed character from a decomposed one", async () => {
    const stored = await hashPassword("がががががきくけこさしすせそ".normalize("NFC"));
    expect(await verifyPassword(stored, "がががががきくけこさしすせそ".normalize("NFD"))).toBe(false);
  });

  it("never fit where there is no account", async () => {
    expect(await verifyPassword(null, "haru no komichi wo aruku")).toBe(false);
  });

  it("all get their turn when many are verified at once", async () => {
    const stored = await hashPassword("haru no komichi wo aruku");
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        verifyPassword(stored, index % 2 === 0 ? "haru no komichi wo aruku" : "aki no komichi wo aruku"),
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(10);
  });
});

describe("a one-time password", () => {
  it("is one the rules for passwords would take", () => {
    for (let count = 0; count < 200; count += 1)
      expect(NewPassword.safeParse(createOneTimePassword()).success).toBe(true);
  });

  it("is different each time", () => {
    expect(new Set(Array.from({ length: 200 }, createOneTimePassword)).size).toBe(200);
  });
});
