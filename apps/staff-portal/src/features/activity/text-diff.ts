/** A stretch of text that stands in both versions, only in the earlier, or only in the later one. */
export type Piece = { readonly kind: "same" | "removed" | "added"; readonly text: string };

const words = new Intl.Segmenter("ja", { granularity: "word" });
const wordsOf = (text: string): readonly string[] => [...words.segment(text)].map(({ segment }) => segment);

/** Lengths of the longest common subsequences of all tails, as one flat table. */
const commonLengths = (before: readonly string[], after: readonly string[]): Uint16Array => {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return lengths;
};

/** Which tokens stay, go and come, in reading order; what goes stands before what comes in its place. */
const tokenPieces = (before: readonly string[], after: readonly string[]): readonly Piece[] => {
  const lengths = commonLengths(before, after);
  const width = after.length + 1;
  const pieces: Piece[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const old = before[row];
    const next = after[column];
    if (old !== undefined && old === next) {
      pieces.push({ kind: "same", text: old });
      row += 1;
      column += 1;
    } else if (
      old !== undefined &&
      (next === undefined || (lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0))
    ) {
      pieces.push({ kind: "removed", text: old });
      row += 1;
    } else {
      pieces.push({ kind: "added", text: next ?? "" });
      column += 1;
    }
  }
  return pieces;
};

const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.kind === piece.kind) result[result.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
};

/** Below this share of common text, the two are read as one replacing the other: a patchwork would help nobody. */
const leastCommonShare = 0.4;

/** The words in which two texts differ. */
export const textPieces = (before: string, after: string): readonly Piece[] => {
  const pieces = joined(tokenPieces(wordsOf(before), wordsOf(after)));
  const common = pieces.filter(({ kind }) => kind === "same").reduce((total, { text }) => total + text.length, 0);
  if (common >= leastCommonShare * Math.max(before.length, after.length)) return pieces;
  return [
    ...(before === "" ? [] : [{ kind: "removed" as const, text: before }]),
    ...(after === "" ? [] : [{ kind: "added" as const, text: after }]),
  ];
};

/** Whole lines that stay, go and come: for lists, where half a line says nothing. */
export const linePieces = (before: readonly string[], after: readonly string[]): readonly Piece[] =>
  tokenPieces(before, after);
