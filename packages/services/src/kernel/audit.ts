import { prepareStatement, send, sendLast, sql, type SQL, type Tx } from "@tsunagari/db";
import type { Actor, Instant } from "@tsunagari/domain";
import { userIdOf, type Context, type Subject } from "./context.ts";
import { inTransaction, readClock } from "./transaction.ts";
import { newId } from "./uuid.ts";

export type AuditKind = "command" | "reading" | "refusal";

type Entry = {
  readonly kind: AuditKind;
  readonly action: string;
  readonly at: Instant;
  readonly subjects: readonly Subject[];
  readonly requestId?: string | null;
  readonly reason?: string | null;
};

const entryOf = (actor: Actor, entry: Entry) => {
  const { subjects } = entry;
  return {
    city: actor.municipalityId,
    id: newId<"audit">(),
    at: entry.at.toISOString(),
    kind: entry.kind,
    action: entry.action,
    actorKind: actor.kind,
    userId: userIdOf(actor),
    departmentId: actor.kind === "staff" ? actor.departmentId : null,
    organizationId: actor.kind === "partner" ? actor.organizationId : null,
    job: actor.kind === "worker" ? actor.job : null,
    requestId: entry.requestId ?? null,
    reason: entry.reason ?? null,
    subjectIds: subjects.map(() => newId<"auditSubject">()),
    subjectKinds: subjects.map((subject) => subject.kind),
    about: subjects.map((subject) => subject.id),
    caseIds: subjects.map((subject) => subject.caseId ?? null),
    personIds: subjects.map((subject) => subject.personId ?? null),
  };
};
type EntryValues = ReturnType<typeof entryOf>;

const value = (name: keyof EntryValues | "resultId", type: string): SQL =>
  sql`${sql.placeholder(name)}::${sql.raw(type)}`;
const city = value("city", "uuid");

const insertEntry = sql`
  insert into audit_entry (municipality_id, id, at, kind, action, actor_kind, user_id, department_id, organization_id,
                           job, request_id, reason)
  values (${city}, ${value("id", "uuid")}, ${value("at", "timestamptz")}, ${value("kind", "text")},
          ${value("action", "text")}, ${value("actorKind", "text")}, ${value("userId", "uuid")},
          ${value("departmentId", "uuid")}, ${value("organizationId", "uuid")}, ${value("job", "text")},
          ${value("requestId", "uuid")}, ${value("reason", "text")})`;
const insertSubjects = sql`
  insert into audit_subject (municipality_id, id, audit_id, kind, subject_id, case_id, person_id)
  select ${city}, s.id, ${value("id", "uuid")}, s.kind, s.about, s.case_id, s.person_id
    from unnest(${value("subjectIds", "uuid[]")}, ${value("subjectKinds", "text[]")}, ${value("about", "uuid[]")},
                ${value("caseIds", "uuid[]")}, ${value("personIds", "uuid[]")}) as s (id, kind, about, case_id, person_id)`;

const entryAlone = prepareStatement<object, EntryValues>(sql`with entry as (${insertEntry}) ${insertSubjects}`);
const entryAndReceipt = prepareStatement<object, EntryValues & { readonly resultId: string }>(sql`
  with entry as (${insertEntry}), subjects as (${insertSubjects})
  update command_receipt set result_id = ${value("resultId", "uuid")}
   where municipality_id = ${city} and id = ${value("requestId", "uuid")}`);

const isKept = (actor: Actor): boolean => actor.kind !== "public" && actor.municipalityId !== null;

/** Writes one entry with its subjects in the caller's transaction: what is not logged does not happen (D-36). */
export const writeAudit = async (tx: Tx, actor: Actor, entry: Entry): Promise<void> => {
  if (isKept(actor)) await send(tx, entryAlone, entryOf(actor, entry));
};

/** The same, travelling with COMMIT: for an answer that is given only when that is through. */
export const writeAuditLast = (tx: Tx, actor: Actor, entry: Entry): void => {
  if (isKept(actor)) sendLast(tx, entryAlone, entryOf(actor, entry));
};

/** Writes the entry of a command and notes what it gave on its receipt (D-37), travelling with COMMIT. */
export const settleLast = (
  tx: Tx,
  actor: Actor,
  settled: { readonly entry: Entry & { readonly requestId: string }; readonly resultId: string },
): void => sendLast(tx, entryAndReceipt, { ...entryOf(actor, settled.entry), resultId: settled.resultId });

/** Records a refusal in a transaction of its own; where even that fails, the answer stays a refusal (D-36). */
export const recordRefusal = async (
  context: Context,
  refusal: { readonly action: string; readonly reason: string; readonly requestId: string | null },
): Promise<void> => {
  try {
    await inTransaction(context, async (tx) => {
      const { now } = await readClock(tx);
      await writeAudit(tx, context.actor, { ...refusal, kind: "refusal", at: now, subjects: [] });
    });
  } catch {
    context.log("audit.refusal_not_recorded", { action: refusal.action, reason: refusal.reason });
  }
};
