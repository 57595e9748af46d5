/*
 * The bytes of the chain (D-36, threat 19). A link's hash is SHA-256 over the one before it, its number, every column of
 * the entry and its subjects, each with its length in front, so that no two contents give the same bytes. Instants are
 * text in UTC with microseconds, as PostgreSQL keeps them: a Date would drop three digits and the chain would never fit.
 */
import { createHash } from "node:crypto";

const entryFields = [
  "municipalityId",
  "id",
  "at",
  "kind",
  "action",
  "actorKind",
  "userId",
  "departmentId",
  "organizationId",
  "job",
  "requestId",
  "reason",
  "xid",
] as const;
const subjectFields = ["municipalityId", "id", "auditId", "kind", "subjectId", "caseId", "personId"] as const;

/** A subject as it is sealed: every column of its row, as text. */
export type ChainSubject = Readonly<Record<(typeof subjectFields)[number], string | null>>;
/** An entry as it is sealed, with all its subjects. */
export type ChainEntry = Readonly<Record<(typeof entryFields)[number], string | null>> & {
  readonly subjects: readonly ChainSubject[];
};

/** The columns that are sealed; a test compares them with the tables. */
export const sealedFields = { audit_entry: entryFields, audit_subject: subjectFields } as const;

/** What stands before the first link. */
export const chainStart: Buffer = Buffer.alloc(32);

/** No length a field can have; stands for none, which is another thing than an empty one. */
const none = 0xff_ff_ff_ff;

const sizeOf = (value: string | Buffer | null): number =>
  value === null ? 0 : typeof value === "string" ? Buffer.byteLength(value, "utf8") : value.length;

/** Fields one after the other, each with its length in front (four bytes, the highest first). */
export const lengthPrefixed = (values: readonly (string | Buffer | null)[]): Buffer => {
  const sizes = values.map(sizeOf);
  const bytes = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + 4 + size, 0));
  let at = 0;
  for (const [index, value] of values.entries()) {
    const size = sizes[index] ?? 0;
    at = bytes.writeUInt32BE(value === null ? none : size, at);
    if (typeof value === "string") bytes.write(value, at, "utf8");
    else if (value !== null) bytes.set(value, at);
    at += size;
  }
  return bytes;
};

const byId = (one: ChainSubject, other: ChainSubject): number =>
  (one.id ?? "") < (other.id ?? "") ? -1 : (one.id ?? "") > (other.id ?? "") ? 1 : 0;

/** The hash of a link: the one before it, its number, and what it seals. */
export const linkHash = (previous: Buffer, chainNo: number, entry: ChainEntry): Buffer => {
  const values = [
    "tsunagari audit seal 1",
    previous,
    String(chainNo),
    ...entryFields.map((field) => entry[field]),
    String(entry.subjects.length),
    ...entry.subjects.toSorted(byId).flatMap((subject) => subjectFields.map((field) => subject[field])),
  ];
  return createHash("sha256").update(lengthPrefixed(values)).digest();
};
