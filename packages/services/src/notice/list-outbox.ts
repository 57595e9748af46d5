import { and, count, desc, eq, isNotNull, isNull, lte, refersTo, sql, type SQL, type Tx } from "@tsunagari/db";
import { department, organization, outboxMail, userAccount } from "@tsunagari/db/schema";
import { portals } from "@tsunagari/domain/identity";
import { isLinkMail, ListOutbox, mailFailures, mailStateOf, type MailState } from "@tsunagari/domain/notice";
import { departmentNameToday } from "../municipality/index.ts";
import { defineQuery, literalOf, openMail, type KeyRing, type MailText, type RunStep } from "../kernel/index.ts";

const inState: Readonly<Record<MailState, SQL | undefined>> = {
  waiting: and(isNull(outboxMail.sentAt), isNull(outboxMail.failedAt)),
  sent: isNotNull(outboxMail.sentAt),
  failed: and(isNull(outboxMail.sentAt), isNotNull(outboxMail.failedAt)),
};

const selectMail = (tx: Tx, where: SQL | undefined) =>
  tx
    .select({
      mail: outboxMail,
      portal: userAccount.kind,
      organizationName: organization.name,
      departmentName: departmentNameToday,
    })
    .from(outboxMail)
    .innerJoin(userAccount, refersTo(outboxMail, "userId", userAccount))
    .leftJoin(organization, refersTo(userAccount, "organizationId", organization))
    .leftJoin(department, refersTo(userAccount, "departmentId", department))
    .where(where)
    .orderBy(desc(outboxMail.queuedAt), desc(outboxMail.id));

/** What stands behind `#` in an address opens an account: nobody but its addressee reads it (ASVS 6.4.6). */
const withoutLink = (text: MailText): MailText => ({ ...text, body: text.body.replaceAll(/#[\w-]{43}$/gmu, "#…") });

type Row = Awaited<ReturnType<typeof selectMail>>[number];
type Shown = {
  readonly keys: KeyRing;
  readonly isDemonstration: boolean;
  readonly may: RunStep<unknown, unknown>["may"];
};

const present = ({ mail, ...row }: Row, { keys, isDemonstration, may }: Shown) => {
  const { ciphertext } = mail;
  const text = ciphertext === null ? null : openMail(keys, { ...mail, ciphertext });
  const isHidden = isLinkMail(mail.template) && !isDemonstration;
  const shown = text !== null && isHidden ? withoutLink(text) : text;
  const state = mailStateOf(mail);
  const canBeRetried = state === "failed" && mail.failure !== "superseded";
  return {
    id: mail.id,
    kind: mail.template,
    portal: literalOf(portals, row.portal),
    recipient: row.organizationName ?? row.departmentName,
    subject: shown?.subject ?? null,
    body: shown?.body ?? null,
    isLinkHidden: text !== null && isHidden,
    state,
    failure: mail.failure === null ? null : literalOf(mailFailures, mail.failure),
    attempts: mail.attempts,
    queuedAt: mail.queuedAt,
    sentAt: mail.sentAt,
    nextAttemptAt: state === "waiting" ? mail.nextAttemptAt : null,
    abilities: {
      retryMail: !canBeRetried
        ? ("notice.mail_not_left" as const)
        : text === null
          ? ("notice.mail_text_gone" as const)
          : may("notice.retryMail"),
    },
  };
};

const anHour = 60 * 60 * 1000;

/** Whether a mail has waited for an hour without anybody having tried: no mail server is set up, or no worker runs. */
const isNobodySending = async (tx: Tx, municipalityId: string, now: Date): Promise<boolean> => {
  const rows = await tx
    .select({ id: outboxMail.id })
    .from(outboxMail)
    .where(
      and(
        eq(outboxMail.municipalityId, municipalityId),
        inState.waiting,
        eq(outboxMail.attempts, 0),
        lte(outboxMail.queuedAt, new Date(now.getTime() - anHour)),
      ),
    )
    .limit(1);
  return rows.length > 0;
};

/**
 * The mail that goes out, in what state it is. The recipient is shown by organization or department, never by name or
 * address: whoever looks after the mail need not know whose case it is about. Links are shown in a demo only, where no
 * mail goes and the reader plays everybody.
 */
export const listOutbox = defineQuery({
  action: "notice.listOutbox",
  input: ListOutbox,
  run: async ({ tx, keys, municipalityId, input, now, may }) => {
    const where = and(
      eq(outboxMail.municipalityId, municipalityId),
      input.state === undefined ? undefined : inState[input.state],
    );
    const rows = await selectMail(tx, where)
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const [counted] = await tx.select({ total: count() }).from(outboxMail).where(where);
    const [mark] = await tx.execute<{ demo: boolean }>(sql`select app.is_demonstration() as demo`);
    const shown = { keys, isDemonstration: mark?.demo === true, may };
    return {
      items: rows.map((row) => present(row, shown)),
      total: counted?.total ?? 0,
      isNobodySending: await isNobodySending(tx, municipalityId, now),
    };
  },
});
