/** Narrows a text the database gave to one of the domain's literals; throws where it is none of them. */
export const literalOf = <const Literal extends string>(literals: readonly Literal[], text: string): Literal => {
  const found = literals.find((literal) => literal === text);
  if (found === undefined) throw new Error(`unknown literal in a row: ${text}`);
  return found;
};
