import { describe, expect, it } from "vitest";
import { isGuessable, NewPassword, Password } from "./password.ts";

const codeOf = (text: unknown): string => NewPassword.safeParse(text).error?.issues[0]?.message ?? "accepted";

describe("a new password", () => {
  it.each(["haru no komichi wo aruku", "correct horse battery", "小径を歩くと花が咲いていました", "x7#Kq!m2Zp@w9Rv"])(
    "is taken when it is long and not guessable: %s",
    (text) => {
      expect(codeOf(text)).toBe("accepted");
    },
  );

  it("needs fifteen characters, counted as people count them", () => {
    expect(codeOf("haru no komich")).toBe("too_short");
    expect(codeOf("haru no komichi")).toBe("accepted");
    expect(codeOf("🌸🍁🌊🌙🌲🌻🍂🌷🌾🍀🌺🌿🌴🌵")).toBe("too_short");
  });

  it("may have 128 characters and no more", () => {
    const base = "haru no komichi wo aruku ";
    expect(codeOf(base.repeat(6).slice(0, 128))).toBe("accepted");
    expect(codeOf(base.repeat(6).slice(0, 129))).toBe("too_long");
  });

  it.each([
    "aaaaaaaaaaaaaaaaaaaa",
    "123456789012345678",
    "passwordpassword1",
    "PasswordPassword2026",
    "kasugai-tsunagari-2026",
    "qwertyuiopasdfghjkl",
    "パスワードパスワードパスワード",
    "abcdefghijklmnopq",
    "つながりつながりつながり春日井",
  ])("is refused when fifteen characters are worth only a few: %s", (text) => {
    expect(codeOf(text)).toBe("too_common");
  });

  it.each([undefined, null, 15, "", {}])("must be text: %s", (text) => {
    expect(codeOf(text)).toBe("required");
  });
});

describe("a password at sign-in", () => {
  it("is kept exactly as it was received", () => {
    const typed = "  ｆｕｌｌ width　and spaces ";
    expect(Password.parse(typed)).toBe(typed);
  });

  it("with half a character is refused instead of being changed", () => {
    expect(Password.safeParse("haru no komichi \ud800").error?.issues[0]?.message).toBe("broken_characters");
  });
});

describe("isGuessable", () => {
  it("does not hang on long input", () => {
    const startedAt = performance.now();
    isGuessable("1a".repeat(50_000));
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
