import { expect, test } from "vitest";
import { readEnv } from "../env.ts";

const least = { DATABASE_URL: "postgres://x", KEY_FILE: "/k", PORT: "4100" };
const mailOf = (given: Readonly<Record<string, string>>) => readEnv({ ...least, ...given }).mail;

test("without a mail server no mail is sent", () => {
  expect(mailOf({})).toBeNull();
  expect(mailOf({ MAIL_FROM: "no-reply@city.example.jp" })).toBeNull();
});

test.each([
  [
    { SMTP_URL: "smtps://u%40x:p%2F@mail.example.jp" },
    { host: "mail.example.jp", port: 465, tls: "implicit", user: "u@x", password: "p/" },
  ],
  [{ SMTP_URL: "smtp://mail.example.jp" }, { port: 587, tls: "starttls", user: null, password: null }],
  [{ SMTP_URL: "smtp://127.0.0.1:2525" }, { port: 2525, tls: "none" }],
  [
    { SMTP_HOST: "mail.example.jp", SMTP_USER: "u", SMTP_PASSWORD_FILE: "/run/secret" },
    { port: 587, tls: "starttls", user: "u", passwordFile: "/run/secret" },
  ],
  [
    { SMTP_HOST: "relay", SMTP_PORT: "25", SMTP_TLS: "none" },
    { host: "relay", port: 25, tls: "none" },
  ],
])("%j is read", (given, expected) => {
  expect(mailOf({ ...given, MAIL_FROM: "つながり <no-reply@city.example.jp>" })).toMatchObject({
    ...expected,
    from: { name: "つながり", address: "no-reply@city.example.jp" },
    origins: { staff: "http://localhost:4100", partner: "http://localhost:4100" },
  });
});

test("each portal may have a hostname of its own", () => {
  const origins = { STAFF_ORIGIN: "https://s.example.jp", PARTNER_ORIGIN: "https://p.example.jp" };
  expect(mailOf({ SMTP_HOST: "relay", MAIL_FROM: "a@example.jp", ...origins })?.origins).toEqual({
    staff: "https://s.example.jp",
    partner: "https://p.example.jp",
  });
});

test.each([
  [{ SMTP_URL: "http://mail.example.jp" }, "SMTP_URL"],
  [{ SMTP_HOST: "relay" }, "MAIL_FROM"],
  [{ SMTP_HOST: "relay", MAIL_FROM: "x\r\nBcc: secret@example.jp" }, "MAIL_FROM"],
  [{ SMTP_HOST: "relay", MAIL_FROM: "secret" }, "MAIL_FROM"],
  [{ STAFF_ORIGIN: "https://secret.example.jp/staff" }, "STAFF_ORIGIN"],
])("%j is refused by the name of the variable, without its value", (given, name) => {
  expect(() => mailOf(given)).toThrow(name);
  expect(() => mailOf(given)).toThrow(/^(?!.*secret)/su);
});
