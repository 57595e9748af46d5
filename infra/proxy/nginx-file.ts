/*
 * A strict reader of nginx' configuration, for checking ours where no nginx is installed: words, quoted words, blocks,
 * comments, and nothing else. What it knows of routing is what our file uses.
 */
export type Directive = {
  readonly name: string;
  readonly args: readonly string[];
  readonly block: readonly Directive[] | null;
};

const token = /\s+|#[^\n]*|(?<mark>[{};])|"(?<quoted>(?:[^"\\]|\\.)*)"|(?<word>[^\s{};"#]+)/uy;

type Token = { readonly kind: "mark" | "word"; readonly text: string };

const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const groups = token.exec(text)?.groups;
    if (groups === undefined) throw new SyntaxError(`cannot be read: ${text.slice(at, at + 30)}`);
    const { mark, quoted, word } = groups;
    if (mark !== undefined) tokens.push({ kind: "mark", text: mark });
    else if (quoted !== undefined || word !== undefined) tokens.push({ kind: "word", text: quoted ?? word ?? "" });
  }
  return tokens;
};

const readBlock = (tokens: Token[], isTop: boolean): Directive[] => {
  const directives: Directive[] = [];
  let words: string[] = [];
  for (let next = tokens.shift(); next; next = tokens.shift()) {
    if (next.kind === "word") {
      words.push(next.text);
      continue;
    }
    if (next.text === "}") {
      if (isTop || words.length > 0) throw new SyntaxError(`a } too many, or a ; too few: ${words.join(" ")}`);
      return directives;
    }
    const [name, ...args] = words;
    if (name === undefined) throw new SyntaxError(`a ${next.text} without a directive`);
    directives.push({ name, args, block: next.text === "{" ? readBlock(tokens, false) : null });
    words = [];
  }
  if (!isTop || words.length > 0) throw new SyntaxError("the file ends in the middle of a block or directive");
  return directives;
};

/** Reads a whole file; throws a SyntaxError at anything that does not belong. */
export const readNginx = (text: string): Directive[] => readBlock(tokensOf(text), true);

export const named = (directives: readonly Directive[] | null, name: string): Directive[] =>
  (directives ?? []).filter((directive) => directive.name === name);

/** Every directive, however deep. */
export const allDirectives = (directives: readonly Directive[]): Directive[] =>
  directives.flatMap((directive) => [directive, ...allDirectives(directive.block ?? [])]);

const isPrefix = ({ args }: Directive): boolean => args.length === 1 && args[0]?.startsWith("/") === true;

/** The location nginx takes: an exact one, else the first expression that fits, else the longest beginning. */
const locationOf = (server: Directive, path: string): Directive | undefined => {
  const locations = named(server.block, "location");
  const exact = locations.find(({ args }) => args[0] === "=" && args[1] === path);
  const expression = locations.find(({ args }) => args[0] === "~" && new RegExp(args[1] ?? "", "u").test(path));
  const [prefix] = locations
    .filter((location) => isPrefix(location) && path.startsWith(location.args[0] ?? ""))
    .toSorted((one, other) => (other.args[0]?.length ?? 0) - (one.args[0]?.length ?? 0));
  return exact ?? expression ?? prefix;
};

/** What an address leads to: `staff`, `partner`, `public`, or the status and target of the proxy's own answer. */
export const routeOf = (file: readonly Directive[], host: string, path: string): string => {
  const [http] = named(file, "http");
  const server = named(http?.block ?? null, "server").find(
    ({ block }) =>
      named(block, "listen").some(({ args }) => args[0] === "443") &&
      named(block, "server_name").some(({ args }) => args.includes(host)),
  );
  const location = server && locationOf(server, path);
  const [pass] = named(location?.block ?? null, "proxy_pass");
  const [answer] = named(location?.block ?? null, "return");
  return pass?.args[0]?.replace("http://", "") ?? answer?.args.join(" ") ?? "nothing";
};
