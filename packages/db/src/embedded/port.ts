import { once } from "node:events";
import { createServer } from "node:net";

const listenOn = async (port: number): Promise<number> => {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
};

/** `preferred` if it is free, otherwise a port of the system's choice. */
export const freePort = async (preferred = 0): Promise<number> => {
  try {
    return await listenOn(preferred);
  } catch (err) {
    if (preferred === 0) throw err;
    return listenOn(0);
  }
};
