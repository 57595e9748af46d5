/*
 * The copy of the checkpoints outside the database: one JSON line each, appended. Whoever can change the database and
 * recompute the chain cannot reach what a second system holds, so a cut end shows.
 */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import { checkpointDigest, type Checkpoint } from "./checkpoint.ts";

const HexBytes = z.hex().transform((text) => Buffer.from(text, "hex"));
const Line = z.strictObject({
  municipalityId: z.string(),
  id: z.string(),
  checkpointNo: z.int(),
  chainNo: z.int(),
  hash: HexBytes,
  at: z.string(),
  previous: HexBytes,
  keyId: z.string(),
  signature: HexBytes,
});

const parseLine = (line: string): Checkpoint | null => {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    // A line that a crash cut off is written again; one that was spoiled is missing, and that is found.
    return null;
  }
};

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** The copied checkpoints of a city, in order; none where there is no file. */
export const readCheckpointCopy = async (path: string, municipalityId: string): Promise<readonly Checkpoint[]> => {
  const found = new Map<string, Checkpoint>();
  try {
    for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })) {
      const checkpoint = line.includes(municipalityId) ? parseLine(line) : null;
      if (checkpoint?.municipalityId !== municipalityId) continue;
      found.set(checkpointDigest(checkpoint).toString("hex"), checkpoint);
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return [...found.values()].toSorted((one, other) => one.checkpointNo - other.checkpointNo);
};

const lineOf = (checkpoint: Checkpoint): string => {
  const { hash, previous, signature, ...rest } = checkpoint;
  const bytes = {
    hash: hash.toString("hex"),
    previous: previous.toString("hex"),
    signature: signature.toString("hex"),
  };
  return `${JSON.stringify({ ...rest, ...bytes })}\n`;
};

/** Appends what the copy lacks and waits until it is on the disk. A line begins anew behind one that was cut off. */
export const appendToCopy = async (path: string, checkpoints: readonly Checkpoint[]): Promise<void> => {
  if (checkpoints.length === 0) return;
  const file = await open(path, "a+", 0o600);
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(1);
    if (size > 0) await file.read(end, 0, 1, size - 1);
    const isCutOff = size > 0 && end.toString() !== "\n";
    await file.appendFile(`${isCutOff ? "\n" : ""}${checkpoints.map(lineOf).join("")}`);
    await file.datasync();
  } finally {
    await file.close();
  }
};
