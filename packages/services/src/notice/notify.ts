import { and, eq, refersTo, sql, type Tx } from "@tsunagari/db";
import { notice, roleAssignment, userAccount } from "@tsunagari/db/schema";
import type { CivilDate, Instant, RoleCode } from "@tsunagari/domain";
import { isInForce, civilDateOf } from "@tsunagari/domain";
import { noticePath, noticeShapes, type NoticeKind } from "@tsunagari/domain/notice";
import { noticeMessages } from "@tsunagari/messages";
import { layOutMail, newId, type KeyRing, type MailText } from "../kernel/index.ts";

/** Whom a notice is for. Roles are looked up on the day; who has been deactivated is left out. */
export type Recipients =
  | { readonly userIds: readonly string[] }
  /** Staff of the city with one of the roles. */
  | { readonly roles: readonly RoleCode[] }
  /** Users of an organization with one of the roles. */
  | { readonly organizationId: string; readonly roles: readonly RoleCode[] }
  /** Staff of one department with one of the roles; for staff and worker. */
  | { readonly departmentId: string; readonly roles: readonly RoleCode[]; readonly on: CivilDate };

export type NewNotice = {
  readonly kind: NoticeKind;
  /** The id of what the kind speaks of: nothing else is stored, so nothing else can leak. */
  readonly subjectId: string;
  readonly to: Recipients;
  /** The same key tells the same user once, however often a job runs. */
  readonly onceKey?: string;
};

type Step = {
  readonly tx: Tx;
  readonly keys: KeyRing;
  readonly municipalityId: string;
  readonly now: Instant;
};

const byRole = async (tx: Tx, roles: readonly RoleCode[], organizationId: string | null): Promise<string[]> => {
  const rows = await tx.execute<{ id: string }>(
    sql`select t.id from app.user_ids_with_roles(${sql.param(`{${roles.join(",")}}`)}::text[], ${organizationId}::uuid) as t(id)`,
  );
  return rows.map((row) => row.id);
};

const byDepartment = async (
  { tx, municipalityId }: Step,
  to: { readonly departmentId: string; readonly roles: readonly RoleCode[]; readonly on: CivilDate },
): Promise<string[]> => {
  const rows = await tx
    .select({
      id: userAccount.id,
      code: roleAssignment.roleCode,
      sinceOn: roleAssignment.sinceOn,
      untilOn: roleAssignment.untilOn,
    })
    .from(userAccount)
    .innerJoin(roleAssignment, refersTo(roleAssignment, "userId", userAccount))
    .where(
      and(
        eq(userAccount.municipalityId, municipalityId),
        eq(userAccount.departmentId, to.departmentId),
        eq(userAccount.status, "active"),
      ),
    );
  return rows
    .filter((row) => to.roles.some((role) => role === row.code))
    .filter((row) =>
      isInForce(
        { sinceOn: civilDateOf(row.sinceOn), untilOn: row.untilOn === null ? null : civilDateOf(row.untilOn) },
        to.on,
      ),
    )
    .map((row) => row.id);
};

const userIdsOf = (step: Step, to: Recipients): readonly string[] | Promise<readonly string[]> => {
  if ("userIds" in to) return to.userIds;
  if ("organizationId" in to) return byRole(step.tx, to.roles, to.organizationId);
  if ("departmentId" in to) return byDepartment(step, to);
  return byRole(step.tx, to.roles, null);
};

const mailOf = (kind: NoticeKind, subjectId: string): MailText => {
  const sentence = noticeMessages.kinds[kind];
  return {
    subject: noticeMessages.mail.subject(sentence),
    body: noticeMessages.mail.body(sentence, noticePath(kind, subjectId)),
  };
};

const onceKeyOf = (told: Pick<NewNotice, "kind" | "subjectId">, key: string): string =>
  `${told.kind}:${told.subjectId}:${key}`;

/** Whether anybody was told under this key before; for the worker, which need not do it again. */
export const wasTold = async (
  { tx, municipalityId }: Pick<Step, "tx" | "municipalityId">,
  told: Pick<NewNotice, "kind" | "subjectId"> & { readonly onceKey: string },
): Promise<boolean> => {
  const rows = await tx
    .select({ id: notice.id })
    .from(notice)
    .where(and(eq(notice.municipalityId, municipalityId), eq(notice.onceKey, onceKeyOf(told, told.onceKey))))
    .limit(1);
  return rows.length > 0;
};

/**
 * Tells the recipients in their portal, in the transaction of what happened, and lays the mail out to go. A notice is a
 * kind and an id (trap 4.4-2). Gives back how many users it is for; nobody is told twice under the same `onceKey`.
 */
export const notify = async (step: Step, told: NewNotice): Promise<number> => {
  const { tx, municipalityId, now } = step;
  const shape = noticeShapes[told.kind];
  const userIds = [...new Set(await userIdsOf(step, told.to))];
  const onceKey = onceKeyOf(told, told.onceKey ?? newId<"once">());
  for (const userId of userIds) {
    await tx
      .insert(notice)
      .values({
        municipalityId,
        id: newId<"notice">(),
        userId,
        organizationId: "organizationId" in told.to ? told.to.organizationId : null,
        kind: told.kind,
        subjectKind: shape.subject,
        subjectId: told.subjectId,
        onceKey,
        createdAt: now,
      })
      .onConflictDoNothing();
    if (!shape.isMailed) continue;
    await layOutMail(step, {
      userId,
      template: told.kind,
      onceKey: `${onceKey}:${userId}`,
      text: mailOf(told.kind, told.subjectId),
    });
  }
  return userIds.length;
};
