import { once } from "node:events";
import { createServer } from "node:net";
import { freePort } from "@tsunagari/db/embedded";

/** What stands in the way of starting, in words for the person at the terminal: no stack is shown. */
export class StartRefused extends Error {}

const isFree = async (port: number, host: string): Promise<boolean> => {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (err) {
    // A machine without IPv6 has no ::1 to take.
    return err instanceof Error && "code" in err && (err.code === "EADDRNOTAVAIL" || err.code === "EAFNOSUPPORT");
  }
  server.close();
  await once(server, "close");
  return true;
};

/** The port `PORT` names, or 3000; refuses one that is taken, naming one that is not. */
export const choosePort = async (wanted: string | undefined): Promise<number> => {
  const port = Number(wanted ?? "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartRefused(`PORT must be a number from 1 to 65535, not "${wanted}".`);
  }
  for (const host of ["127.0.0.1", "::1"]) {
    if (await isFree(port, host)) continue;
    const other = await freePort(port + 1);
    throw new StartRefused(`Port ${port} is taken by another program. Choose another one:  PORT=${other} npm start`);
  }
  return port;
};
