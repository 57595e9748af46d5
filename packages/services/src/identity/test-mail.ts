import type postgres from "postgres";
import { openMail, type MailText, type System } from "../kernel/index.ts";

type Behind = { readonly system: System; readonly behind: postgres.Sql };
type Row = { municipality_id: string; id: string; template: string; ciphertext: Buffer };

/** The mails laid out for a user, oldest first, as he would read them. */
export const mailsOf = async (
  { system, behind }: Behind,
  userId: string,
): Promise<readonly (MailText & { readonly template: string })[]> => {
  const rows = await behind<Row[]>`
    select municipality_id, id, template, ciphertext from outbox_mail
     where user_id = ${userId} and ciphertext is not null order by queued_at, id`;
  return rows.map(({ municipality_id: municipalityId, id, template, ciphertext }) => ({
    template,
    ...openMail(system.keys, { municipalityId, id, ciphertext }),
  }));
};

/** What stands behind `#` in the newest mail with a link. */
export const tokenFor = async (world: Behind, userId: string): Promise<string> => {
  const tokens = (await mailsOf(world, userId)).flatMap(({ body }) => /#(?<token>[\w-]{43})$/mu.exec(body)?.[1] ?? []);
  const token = tokens.at(-1);
  if (token === undefined) throw new Error("no mail with a link");
  return token;
};
