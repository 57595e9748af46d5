import { randomUUID } from "node:crypto";
import { chainStart, linkHash, type ChainEntry, type ChainSubject } from "./chain.ts";
import { checkpointBytes, checkpointDigest, checkpointStart, type Checkpoint } from "./checkpoint.ts";
import { temporarySigningKeys, type SigningKeys } from "./signing-keys.ts";
import type { ChainLink } from "./verify.ts";

/** A city's chain in memory, as it was written, with its checkpoints and their copy outside. */
export type TestChain = {
  readonly municipalityId: string;
  readonly keys: SigningKeys;
  readonly links: readonly ChainLink[];
  readonly stored: readonly Checkpoint[];
  readonly copied: readonly Checkpoint[];
};

export const subjectOf = (municipalityId: string, auditId: string): ChainSubject => ({
  municipalityId,
  id: randomUUID(),
  auditId,
  kind: "person",
  subjectId: randomUUID(),
  caseId: randomUUID(),
  personId: null,
});

export const entryOf = (municipalityId: string, index: number): ChainEntry => {
  const id = randomUUID();
  return {
    municipalityId,
    id,
    at: `2026-05-12T00:00:00.${String(index).padStart(6, "0")}Z`,
    kind: "reading",
    action: "case.read",
    actorKind: "staff",
    userId: randomUUID(),
    departmentId: randomUUID(),
    organizationId: null,
    job: null,
    requestId: index % 2 === 0 ? randomUUID() : null,
    reason: null,
    xid: String(1000 + index),
    subjects: Array.from({ length: index % 4 }, () => subjectOf(municipalityId, id)),
  };
};

/** Numbers and hashes entries anew, as somebody could who may write everything in the database. */
export const chained = (entries: readonly (ChainEntry | null)[]): readonly ChainLink[] => {
  let previous: Buffer = chainStart;
  return entries.map((entry, index) => {
    const chainNo = index + 1;
    const hash = entry ? linkHash(previous, chainNo, entry) : previous;
    previous = hash;
    return { chainNo, hash, entry };
  });
};

/** Signs the chain at the given numbers. */
export const signed = (
  { municipalityId, links }: Pick<TestChain, "municipalityId" | "links">,
  keys: SigningKeys,
  numbers: readonly number[],
): readonly Checkpoint[] => {
  const made: Checkpoint[] = [];
  for (const chainNo of numbers) {
    const last = made.at(-1);
    const unsigned = {
      municipalityId,
      id: randomUUID(),
      checkpointNo: made.length + 1,
      chainNo,
      hash: links[chainNo - 1]?.hash ?? chainStart,
      at: `2026-05-12T0${made.length}:00:00.000000Z`,
      previous: last ? checkpointDigest(last) : checkpointStart,
      keyId: keys.currentId,
    };
    made.push({ ...unsigned, signature: keys.sign(checkpointBytes(unsigned)) });
  }
  return made;
};

export const chainLength = 40;
export const checkpointNumbers = [8, 20, 21, 33, chainLength];

export const testChain = (): TestChain => {
  const municipalityId = randomUUID();
  const keys = temporarySigningKeys();
  const links = chained(Array.from({ length: chainLength }, (_, index) => entryOf(municipalityId, index)));
  const stored = signed({ municipalityId, links }, keys, checkpointNumbers);
  return { municipalityId, keys, links, stored, copied: stored };
};

/** The links as the database would give them: in order, in batches. */
export async function* inBatches(links: readonly ChainLink[], size = 7): AsyncGenerator<readonly ChainLink[]> {
  const ordered = links.toSorted((one, other) => one.chainNo - other.chainNo);
  for (let at = 0; at < ordered.length; at += size) yield ordered.slice(at, at + size);
}
