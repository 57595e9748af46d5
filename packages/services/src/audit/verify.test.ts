import { createHash } from "node:crypto";
import { scaled, seed } from "@tsunagari/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainStart, linkHash } from "./chain.ts";
import { checkpointDigest, readPublicKeys, writePublicKeys } from "./checkpoint.ts";
import { temporarySigningKeys } from "./signing-keys.ts";
import { chained, chainLength, entryOf, inBatches, signed, testChain, type TestChain } from "./test-chain.ts";
import { tamperings } from "./test-tampering.ts";
import { beforeFirst, verifyChain, walkLinks, type ChainProblem } from "./verify.ts";

const world = testChain();

const check = ({ municipalityId, links, stored }: TestChain, copied: TestChain["copied"] | null = world.copied) =>
  verifyChain({ municipalityId, keys: world.keys.publicKeys, links: inBatches(links), stored, copied });

const firstOf = async (chain: TestChain): Promise<ChainProblem | undefined> => (await check(chain)).problems[0];

describe("the chain over the log", () => {
  it("fits where nobody touched it, with and without the copy, however it is cut into batches", async () => {
    for (const size of [1, 3, 1000]) {
      const { municipalityId, stored, links } = world;
      const chain = { municipalityId, keys: world.keys.publicKeys, stored, copied: world.copied };
      expect(await verifyChain({ ...chain, links: inBatches(links, size) })).toMatchObject({
        head: { chainNo: chainLength },
        checkpoints: 5,
        problems: [],
      });
    }
    expect((await check(world, null)).problems).toEqual([]);
  });

  it("is the same when a copy begins late or has not caught up", async () => {
    expect((await check(world, world.copied.slice(0, 2))).problems).toEqual([]);
    expect((await check(world, world.copied.slice(3))).problems).toEqual([]);
  });

  it("shows each of 1,000 random tamperings, done by who may write everything in the database", async () => {
    const names = Object.keys(tamperings);
    const seen = new Map<string, Set<string>>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.infiniteStream(fc.nat()), async (name, numbers) => {
        const pick = (below: number) => (numbers.next().value ?? 0) % below;
        const tampered = tamperings[name]?.(world, pick) ?? world;
        const { problems } = await check(tampered);
        expect(problems, name).not.toEqual([]);
        seen.set(name, (seen.get(name) ?? new Set()).add(problems[0]?.problem ?? ""));
      }),
      { numRuns: scaled(1000, 20_000), seed },
    );
    expect([...seen.keys()].toSorted()).toEqual(names.toSorted());
  });

  it("names the first number that does not fit", async () => {
    const at = 12;
    const changed = world.links.map((link) =>
      link.chainNo === at && link.entry ? { ...link, entry: { ...link.entry, action: "case.open" } } : link,
    );
    const without = world.links.filter(({ chainNo }) => chainNo !== at);
    const gone = world.links.map((link) => (link.chainNo === at ? { ...link, entry: null } : link));
    const twice = world.links.flatMap((link) => (link.chainNo === at ? [link, link] : [link]));
    const anew = chained(changed.map(({ entry }) => entry));
    expect(await firstOf({ ...world, links: changed })).toEqual({ problem: "link_broken", no: at });
    expect(await firstOf({ ...world, links: without })).toEqual({ problem: "link_missing", no: at });
    expect(await firstOf({ ...world, links: gone })).toEqual({ problem: "entry_missing", no: at });
    expect(await firstOf({ ...world, links: twice })).toEqual({ problem: "link_repeated", no: at });
    expect(await firstOf({ ...world, links: anew })).toEqual({ problem: "chain_rewritten", no: 20 });
    expect(await firstOf({ ...world, links: world.links.slice(0, 38) })).toEqual({ problem: "chain_cut", no: 39 });
    expect(await firstOf({ ...world, stored: world.stored.toSpliced(1, 1) })).toEqual({
      problem: "checkpoint_missing",
      no: 2,
    });
  });

  it("shows a cut end and a chain computed anew by the copy alone, the database's checkpoints being gone too", async () => {
    const cut = { ...world, links: world.links.slice(0, 30), stored: world.stored.slice(0, 3) };
    expect((await check(cut, null)).problems).toEqual([]);
    expect((await check(cut)).problems).toEqual([
      { problem: "chain_cut", no: 31 },
      { problem: "checkpoint_differs_from_copy", no: 4 },
    ]);
  });

  it("does not take another key for ours, and takes an earlier one", async () => {
    const forger = temporarySigningKeys();
    const forged = { ...world, stored: signed(world, forger, [8, 20]) };
    expect((await check(forged, null)).problems).toEqual([{ problem: "checkpoint_unknown_key", no: 1 }]);
    const both = readPublicKeys(writePublicKeys(world.keys.publicKeys) + writePublicKeys(forger.publicKeys));
    const { municipalityId, links } = world;
    const mixed = { municipalityId, keys: both, links: inBatches(links), stored: forged.stored, copied: null };
    expect((await verifyChain(mixed)).problems).toEqual([]);
  });

  it("walks on from a head it trusts", async () => {
    const after = world.links[19];
    const rest = world.links.slice(20);
    const walked = await walkLinks(inBatches(rest), after ?? beforeFirst);
    expect(walked).toMatchObject({ head: { chainNo: chainLength }, problem: null });
  });
});

describe("the bytes of a link", () => {
  const entry = { ...entryOf("m", 1), subjects: [] };

  it("differ where content moves from one field to the next, or is empty instead of none", () => {
    const hashes = [
      { ...entry, job: "ab", reason: "c" },
      { ...entry, job: "a", reason: "bc" },
      { ...entry, job: null, reason: "abc" },
      { ...entry, job: "", reason: "abc" },
    ].map((written) => linkHash(chainStart, 1, written).toString("hex"));
    expect(new Set(hashes).size).toBe(4);
  });

  it("do not depend on the order the subjects are read in", () => {
    const written = entryOf("m", 3);
    const turned = { ...written, subjects: written.subjects.toReversed() };
    expect(linkHash(chainStart, 1, turned)).toEqual(linkHash(chainStart, 1, written));
  });

  it("are what the guide says, so that anybody can compute them", () => {
    const fields = ["m", "i", "2026-05-12T00:00:00.000001Z", "reading", "case.read", "worker"];
    const written = {
      municipalityId: "m",
      id: "i",
      at: "2026-05-12T00:00:00.000001Z",
      kind: "reading",
      action: "case.read",
      actorKind: "worker",
      userId: null,
      departmentId: null,
      organizationId: null,
      job: null,
      requestId: null,
      reason: null,
      xid: "7",
      subjects: [],
    };
    const bytes = [
      "tsunagari audit seal 1",
      chainStart,
      "1",
      ...fields,
      ...Array.from({ length: 6 }, () => null),
      "7",
      "0",
    ];
    const prefixed = bytes.map((value) => {
      const field = typeof value === "string" ? Buffer.from(value) : value;
      const length = Buffer.from((field === null ? "ffffffff" : field.length.toString(16)).padStart(8, "0"), "hex");
      return Buffer.concat(field === null ? [length] : [length, field]);
    });
    const expected = createHash("sha256").update(Buffer.concat(prefixed)).digest();
    expect(linkHash(chainStart, 1, written)).toEqual(expected);
  });

  it("of a checkpoint change with its signature, which the next one covers", () => {
    const [first] = world.stored;
    if (!first) throw new Error("no checkpoint");
    expect(checkpointDigest({ ...first, signature: Buffer.alloc(64) })).not.toEqual(checkpointDigest(first));
  });
});
