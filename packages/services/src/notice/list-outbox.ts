import { and, count, desc, eq, type Tx } from "@tsunagari/db";
import { department, organization, outboxMail, userAccount } from "@tsunagari/db/schema";
import { isNoticeKind, ListOutbox, portalOf } from "@tsunagari/domain/notice";
import { z } from "zod";
import { defineQuery, openForCity } from "../kernel/index.ts";

const MailText = z.object({ subject: z.string(), body: z.string() });

const selectMail = (tx: Tx, municipalityId: string) =>
  tx
    .select({
      id: outboxMail.id,
      template: outboxMail.template,
      ciphertext: outboxMail.ciphertext,
      queuedAt: outboxMail.queuedAt,
      sentAt: outboxMail.sentAt,
      organizationName: organization.name,
      departmentName: department.name,
    })
    .from(outboxMail)
    .innerJoin(
      userAccount,
      and(eq(userAccount.municipalityId, outboxMail.municipalityId), eq(userAccount.id, outboxMail.userId)),
    )
    .leftJoin(
      organization,
      and(eq(organization.municipalityId, userAccount.municipalityId), eq(organization.id, userAccount.organizationId)),
    )
    .leftJoin(
      department,
      and(eq(department.municipalityId, userAccount.municipalityId), eq(department.id, userAccount.departmentId)),
    )
    .where(eq(outboxMail.municipalityId, municipalityId))
    .orderBy(desc(outboxMail.queuedAt), desc(outboxMail.id));

/**
 * The mail that would go. The recipient is shown by organization or department, never by name or address: whoever looks
 * after the mail need not know whose case it is about.
 */
export const listOutbox = defineQuery({
  action: "notice.listOutbox",
  input: ListOutbox,
  run: async ({ tx, keys, municipalityId, input }) => {
    const rows = await selectMail(tx, municipalityId)
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const [counted] = await tx
      .select({ total: count() })
      .from(outboxMail)
      .where(eq(outboxMail.municipalityId, municipalityId));
    const items = rows.map((row) => {
      const place = { table: "outbox_mail", column: "ciphertext", municipalityId, rowId: row.id };
      const { subject, body } = MailText.parse(JSON.parse(openForCity(keys, row.ciphertext, place)));
      return {
        id: row.id,
        kind: row.template,
        portal: isNoticeKind(row.template) ? portalOf(row.template) : null,
        recipient: row.organizationName ?? row.departmentName,
        subject,
        body,
        queuedAt: row.queuedAt,
        sentAt: row.sentAt,
      };
    });
    return { items, total: counted?.total ?? 0 };
  },
});
