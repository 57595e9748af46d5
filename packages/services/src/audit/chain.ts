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

/** A field with its length in front; none is another thing than an empty one. */
export const lengthPrefixed = (value: string | Buffer | null): Buffer => {
  const length = Buffer.alloc(4);
  if (value === null) {
    length.writeUInt32BE(0xff_ff_ff_ff);
    return length;
  }
  const bytes = typeof value === "string" ? Buffer.from(value, "utf8") : value;
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

const byId = (one: ChainSubject, other: ChainSubject): number =>
  (one.id ?? "") < (other.id ?? "") ? -1 : (one.id ?? "") > (other.id ?? "") ? 1 : 0;

/** The hash of a link: the one before it, its number, and what it seals. */
export const linkHash = (previous: Buffer, chainNo: number, entry: ChainEntry): Buffer => {
  const hash = createHash("sha256");
  for (const value of ["tsunagari audit seal 1", previous, String(chainNo)]) hash.update(lengthPrefixed(value));
  for (const field of entryFields) hash.update(lengthPrefixed(entry[field]));
  hash.update(lengthPrefixed(String(entry.subjects.length)));
  for (const subject of entry.subjects.toSorted(byId)) {
    for (const field of subjectFields) hash.update(lengthPrefixed(subject[field]));
  }
  return hash.digest();
};
