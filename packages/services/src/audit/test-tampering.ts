/*
 * Ways to change history unseen, for somebody who may write everything in the database but has neither the signing key
 * nor the copy outside (threat 19). `pick` gives a number from 0 to below its argument.
 */
import { randomUUID } from "node:crypto";
import { sealedFields, type ChainEntry } from "./chain.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { temporarySigningKeys } from "./signing-keys.ts";
import { chained, entryOf, signed, subjectOf, testChain, type TestChain } from "./test-chain.ts";
import type { ChainLink } from "./verify.ts";

type Pick = (below: number) => number;
export type Tampering = (chain: TestChain, pick: Pick) => TestChain;

const otherThan = (value: string | null, pick: Pick): string | null => {
  const others = ["", "x", null, `${value ?? ""}0`].filter((other) => other !== value);
  return others[pick(others.length)] ?? null;
};

const withLink = (chain: TestChain, at: number, change: (link: ChainLink) => ChainLink): TestChain => ({
  ...chain,
  links: chain.links.map((link, index) => (index === at ? change(link) : link)),
});

const withEntry = (chain: TestChain, at: number, change: (entry: ChainEntry) => ChainEntry): TestChain =>
  withLink(chain, at, (link) => ({ ...link, entry: link.entry && change(link.entry) }));

/** A link whose entry has subjects. */
const linkWithSubjects = ({ links }: TestChain, pick: Pick): number => {
  const found = links.flatMap(({ entry }, index) => ((entry?.subjects.length ?? 0) > 0 ? [index] : []));
  return found[pick(found.length)] ?? 0;
};

const editEntry: Tampering = (chain, pick) =>
  withEntry(chain, pick(chain.links.length), (entry) => {
    const field = sealedFields.audit_entry[pick(sealedFields.audit_entry.length)] ?? "at";
    return { ...entry, [field]: otherThan(entry[field], pick) };
  });

const editSubject: Tampering = (chain, pick) =>
  withEntry(chain, linkWithSubjects(chain, pick), (entry) => {
    const at = pick(entry.subjects.length);
    const field = sealedFields.audit_subject[pick(sealedFields.audit_subject.length)] ?? "kind";
    return {
      ...entry,
      subjects: entry.subjects.map((subject, index) =>
        index === at ? { ...subject, [field]: otherThan(subject[field], pick) } : subject,
      ),
    };
  });

const removeSubject: Tampering = (chain, pick) =>
  withEntry(chain, linkWithSubjects(chain, pick), (entry) => ({ ...entry, subjects: entry.subjects.slice(1) }));

const addSubject: Tampering = (chain, pick) =>
  withEntry(chain, pick(chain.links.length), (entry) => ({
    ...entry,
    subjects: [...entry.subjects, subjectOf(chain.municipalityId, entry.id ?? "")],
  }));

const deleteEntry: Tampering = (chain, pick) =>
  withLink(chain, pick(chain.links.length), (link) => ({ ...link, entry: null }));

const editHash: Tampering = (chain, pick) =>
  withLink(chain, pick(chain.links.length), (link) => {
    const hash = Buffer.from(link.hash);
    const at = pick(hash.length);
    hash.writeUInt8(((hash[at] ?? 0) + 1 + pick(255)) % 256, at);
    return { ...link, hash };
  });

const renumbered = (links: readonly ChainLink[]): readonly ChainLink[] =>
  links.map((link, index) => ({ ...link, chainNo: index + 1 }));

const deleteLink: Tampering = (chain, pick) => ({
  ...chain,
  links: chain.links.toSpliced(pick(chain.links.length), 1),
});
const deleteLinkAndRenumber: Tampering = (chain, pick) => ({
  ...chain,
  links: renumbered(deleteLink(chain, pick).links),
});

const insertLink: Tampering = (chain, pick) => {
  const at = pick(chain.links.length);
  const entry = entryOf(chain.municipalityId, at);
  const hash = chain.links[at]?.hash ?? Buffer.alloc(32);
  return { ...chain, links: renumbered(chain.links.toSpliced(at, 0, { chainNo: 0, hash, entry })) };
};

const duplicateLink: Tampering = (chain, pick) => {
  const link = chain.links[pick(chain.links.length)];
  return { ...chain, links: link ? [...chain.links, link] : [] };
};

const twoOf = (length: number, pick: Pick): readonly [number, number] => {
  const first = pick(length - 1);
  return [first, first + 1 + pick(length - 1 - first)];
};

const swapEntries: Tampering = (chain, pick) => {
  const [one, other] = twoOf(chain.links.length, pick);
  const [first, second] = [chain.links[one]?.entry ?? null, chain.links[other]?.entry ?? null];
  const half = withLink(chain, one, (link) => ({ ...link, entry: second }));
  return withLink(half, other, (link) => ({ ...link, entry: first }));
};

const swapLinks: Tampering = (chain, pick) => {
  const [one, other] = twoOf(chain.links.length, pick);
  const moved = chain.links.map(
    (link, index) => (index === one ? chain.links[other] : index === other ? chain.links[one] : link) ?? link,
  );
  return { ...chain, links: renumbered(moved) };
};

/** What becomes of the stored checkpoints where the chain was changed under them. */
const withCheckpoints = (chain: TestChain, pick: Pick): TestChain => {
  const numbers = chain.stored.map(({ chainNo }) => chainNo).filter((chainNo) => chainNo <= chain.links.length);
  const forger = temporarySigningKeys();
  const forged = signed(chain, forger, numbers);
  const ways: readonly (readonly Checkpoint[])[] = [
    chain.stored,
    chain.stored.filter(({ chainNo }) => chainNo <= chain.links.length),
    [],
    forged,
    forged.map((checkpoint) => ({ ...checkpoint, keyId: chain.keys.currentId })),
  ];
  return { ...chain, stored: ways[pick(ways.length)] ?? [] };
};

const cutTail: Tampering = (chain, pick) =>
  withCheckpoints({ ...chain, links: chain.links.slice(0, pick(chain.links.length)) }, pick);

/** The best attack: change anything, compute every hash anew, and put the checkpoints in order as far as possible. */
const recompute: Tampering = (chain, pick) => {
  const change = [editEntry, editSubject, removeSubject, addSubject, swapEntries, deleteLink, insertLink];
  const changed = (change[pick(change.length)] ?? editEntry)(chain, pick);
  return withCheckpoints({ ...changed, links: chained(changed.links.map(({ entry }) => entry)) }, pick);
};

const withStored = (chain: TestChain, at: number, change: (checkpoint: Checkpoint) => Checkpoint): TestChain => ({
  ...chain,
  stored: chain.stored.map((checkpoint, index) => (index === at ? change(checkpoint) : checkpoint)),
});

const flipped = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, -1), Buffer.from([~(bytes.at(-1) ?? 0) & 255])]);

const editCheckpoint: Tampering = (chain, pick) =>
  withStored(chain, pick(chain.stored.length), (checkpoint) => {
    const ways: readonly Checkpoint[] = [
      { ...checkpoint, municipalityId: randomUUID() },
      { ...checkpoint, id: randomUUID() },
      { ...checkpoint, checkpointNo: checkpoint.checkpointNo + 1 + pick(3) },
      { ...checkpoint, chainNo: checkpoint.chainNo - 1 },
      { ...checkpoint, hash: flipped(checkpoint.hash) },
      { ...checkpoint, at: checkpoint.at.replace("2026", "2025") },
      { ...checkpoint, previous: flipped(checkpoint.previous) },
      { ...checkpoint, keyId: "0000000000000000" },
      { ...checkpoint, signature: flipped(checkpoint.signature) },
    ];
    return ways[pick(ways.length)] ?? checkpoint;
  });

const removeCheckpoint: Tampering = (chain, pick) => ({
  ...chain,
  stored: chain.stored.toSpliced(pick(chain.stored.length), 1),
});

const swapCheckpoints: Tampering = (chain, pick) => {
  const [one, other] = twoOf(chain.stored.length, pick);
  const swapped = chain.stored.map((checkpoint, index) => {
    const from = index === one ? chain.stored[other] : index === other ? chain.stored[one] : checkpoint;
    return { ...(from ?? checkpoint), checkpointNo: index + 1 };
  });
  return { ...chain, stored: swapped };
};

const foreignCheckpoint: Tampering = (chain, pick) => {
  const [foreign] = testChain().stored;
  return foreign ? withStored(chain, pick(chain.stored.length), () => foreign) : chain;
};

export const tamperings: Readonly<Record<string, Tampering>> = {
  editEntry,
  editSubject,
  removeSubject,
  addSubject,
  deleteEntry,
  editHash,
  deleteLink,
  deleteLinkAndRenumber,
  insertLink,
  duplicateLink,
  swapEntries,
  swapLinks,
  cutTail,
  recompute,
  editCheckpoint,
  removeCheckpoint,
  swapCheckpoints,
  foreignCheckpoint,
};
