import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import type { MailSettings } from "./mail-settings.ts";
import { openSmtpMailer } from "./smtp-mailer.ts";

type Received = { readonly to: readonly string[]; readonly text: string };

const open: SMTPServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
});

/** A real mail server on this machine; what differs from one that takes everything is given. */
const startServer = async (different: SMTPServerOptions = {}) => {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
    ...different,
  });
  open.push(server);
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { port, received };
};

const settingsFor = (port: number, different: Partial<MailSettings> = {}): MailSettings => ({
  host: "127.0.0.1",
  port,
  tls: "none",
  user: null,
  password: null,
  passwordFile: null,
  from: { name: "つながり", address: "no-reply@city.example.jp" },
  origins: { staff: "https://staff.example.jp", partner: "https://partner.example.jp" },
  ...different,
});

const mail = {
  key: "01a1fd33-aae5-70f7-bb8c-cb9a974a01a5",
  to: "hanako@example.jp",
  subject: "【つながり】つなぎの依頼が届いています",
  body: "お知らせです。\n/partner/referrals/1\n/staff/set-password#token\nこの行の /staff/x は、そのままです。",
};
const refusing = (code: number): Error => Object.assign(new Error("no <hanako@example.jp>"), { responseCode: code });

const decoded = (text: string): string => {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  return /content-transfer-encoding: base64/iu.test(head) ? Buffer.from(body, "base64").toString("utf8") : body;
};

describe("a mail server", () => {
  it("that accepts is handed one mail with our key as its Message-ID and whole addresses", async () => {
    const { port, received } = await startServer();
    const mailer = await openSmtpMailer(settingsFor(port));
    expect(await mailer.send(mail)).toBe("sent");
    expect(received).toHaveLength(1);
    const [{ to, text } = { to: [], text: "" }] = received;
    expect(to).toEqual(["hanako@example.jp"]);
    expect(text).toContain(`Message-ID: <${mail.key}@city.example.jp>`);
    expect(text).toContain("Auto-Submitted: auto-generated");
    expect(decoded(text).replaceAll("\r\n", "\n")).toContain(
      "https://partner.example.jp/partner/referrals/1\nhttps://staff.example.jp/staff/set-password#token\nこの行の /staff/x は",
    );
  });

  it.each([
    ["refuses the recipient", { onRcptTo: (_to, _session, done) => done(refusing(550)) }, "refused_recipient"],
    ["puts the recipient off", { onRcptTo: (_to, _session, done) => done(refusing(450)) }, "refused_for_now"],
    [
      "refuses the sender for good",
      { onMailFrom: (_from, _session, done) => done(refusing(553)) },
      "refused_recipient",
    ],
    ["puts us off at the door", { onConnect: (_session, done) => done(refusing(421)) }, "refused_for_now"],
    [
      "refuses the text",
      {
        onData: (stream, _session, done) => {
          stream.resume();
          stream.on("end", () => done(refusing(554)));
        },
      },
      "refused",
    ],
  ] satisfies [string, SMTPServerOptions, string][])(
    "that %s is told by a code and not by its words",
    async (_case, different, outcome) => {
      const { port, received } = await startServer(different);
      const mailer = await openSmtpMailer(settingsFor(port));
      expect(await mailer.send(mail)).toBe(outcome);
      expect(received).toEqual([]);
    },
  );

  it("that drops the connection, or is not there, is unreachable", async () => {
    const { port } = await startServer({
      onData: (stream, session) => {
        stream.resume();
        for (const server of open)
          for (const connection of server.connections) if (connection.id === session.id) connection.close();
      },
    });
    expect(await (await openSmtpMailer(settingsFor(port))).send(mail)).toBe("unreachable");
    expect(await (await openSmtpMailer(settingsFor(1))).send(mail)).toBe("unreachable");
  });

  it("that does not take the login says so", async () => {
    const { port } = await startServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusing(535)),
    });
    const settings = settingsFor(port, { user: "tsunagari", password: "wrong" });
    expect(await (await openSmtpMailer(settings)).send(mail)).toBe("sign_in_refused");
  });

  it("that offers no encryption gets nothing where encryption is asked for", async () => {
    const { port, received } = await startServer();
    const mailer = await openSmtpMailer(settingsFor(port, { tls: "starttls" }));
    expect(await mailer.send(mail)).toBe("no_encryption");
    expect(received).toEqual([]);
  });
});

it.each([
  ["subject", "件名\r\nBcc: everybody@example.jp"],
  ["subject", "件名\nX-Injected: 1\n\n本文"],
  ["to", "hanako@example.jp\r\nBcc: everybody@example.jp"],
  ["to", "hanako@example.jp, everybody@example.jp"],
])("no header and no recipient comes in by the %s %j (ASVS 1.3.11)", async (field, value) => {
  const { port, received } = await startServer();
  await (await openSmtpMailer(settingsFor(port))).send({ ...mail, [field]: value });
  for (const { to, text } of received) {
    expect(to).not.toContain("everybody@example.jp");
    const [head = ""] = text.split("\r\n\r\n");
    expect(head).not.toMatch(/^(?:bcc|x-injected):/imu);
  }
});
