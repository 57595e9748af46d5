/*
 * The bytes of the chain (D-36, threat 19). A link's hash is SHA-256 over the one before it, its number, every column of
 * the entry and its subjects, each with its length in front, so that no two contents give the same bytes. Instants are
 * text in UTC with microseconds, as PostgreSQL keeps them: a Date would drop three digits and the chain would never fit.
 */
import { hash } from "node:crypto";

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

// One buffer for all links: what is written is hashed or copied before anything else is written.
let room = Buffer.allocUnsafe(16_384);
let end = 0;

const makeRoom = (size: number): void => {
  if (end + size <= room.length) return;
  const wider = Buffer.allocUnsafe(2 * (end + size));
  room.copy(wider, 0, 0, end);
  room = wider;
};

const put = (value: string | Buffer | null): void => {
  // No character takes more than three bytes for each of its code units.
  makeRoom(4 + (value === null ? 0 : 3 * value.length));
  let size = 0;
  if (typeof value === "string") size = room.write(value, end + 4, "utf8");
  else if (value !== null) size = value.copy(room, end + 4);
  room.writeUInt32BE(value === null ? none : size, end);
  end += 4 + size;
};

const begin = (): void => {
  end = 0;
};

/** Fields one after the other, each with its length in front (four bytes, the highest first). */
export const lengthPrefixed = (values: readonly (string | Buffer | null)[]): Buffer => {
  begin();
  for (const value of values) put(value);
  return Buffer.from(room.subarray(0, end));
};

const byId = (one: ChainSubject, other: ChainSubject): number =>
  (one.id ?? "") < (other.id ?? "") ? -1 : (one.id ?? "") > (other.id ?? "") ? 1 : 0;

/** The hash of a link: the one before it, its number, and what it seals. */
export const linkHash = (previous: Buffer, chainNo: number, entry: ChainEntry): Buffer => {
  const { subjects } = entry;
  begin();
  put("tsunagari audit seal 1");
  put(previous);
  put(String(chainNo));
  for (const field of entryFields) put(entry[field]);
  put(String(subjects.length));
  for (const subject of subjects.length > 1 ? subjects.toSorted(byId) : subjects) {
    for (const field of subjectFields) put(subject[field]);
  }
  return hash("sha256", room.subarray(0, end), "buffer");
};
