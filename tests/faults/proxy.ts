import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

type Pair = readonly [Socket, Socket];
type Line = { readonly pairs: Set<Pair>; isRefusing: boolean; isSilent: boolean };

const join = (pair: Pair, line: Line): void => {
  const [near, far] = pair;
  for (const [from, to] of [pair, [far, near] as const]) {
    from.on("error", () => to.destroy());
    from.on("close", () => {
      to.destroy();
      line.pairs.delete(pair);
    });
    from.pipe(to);
    if (line.isSilent) from.pause();
  }
};

const cut = (line: Line): void => {
  for (const socket of [...line.pairs].flat()) socket.destroy();
};

/** A line to a database that can be cut, refuse, or fall silent, without the database noticing. */
export const openLine = async (databaseUrl: string) => {
  const target = new URL(databaseUrl);
  const line: Line = { pairs: new Set(), isRefusing: false, isSilent: false };
  const server = createServer((near) => {
    if (line.isRefusing) {
      near.destroy();
      return;
    }
    const pair = [near, connect(Number(target.port), target.hostname)] as const;
    line.pairs.add(pair);
    join(pair, line);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return {
    url: url.href,
    /** Ends every connection. */
    cut: () => cut(line),
    /** Takes no connection and ends those there are. */
    refuse: (): void => {
      line.isRefusing = true;
      cut(line);
    },
    /** Lets nothing through and ends nothing, as a network does that drops packets. */
    silence: (): void => {
      line.isSilent = true;
      for (const socket of [...line.pairs].flat()) socket.pause();
    },
    mend: (): void => {
      line.isRefusing = false;
      line.isSilent = false;
      for (const socket of [...line.pairs].flat()) socket.resume();
    },
    close: async (): Promise<void> => {
      cut(line);
      server.close();
      await once(server, "close");
    },
  };
};
