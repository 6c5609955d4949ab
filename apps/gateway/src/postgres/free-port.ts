import { once } from "node:events";
import { createServer } from "node:net";

/** A loopback port nobody listens on at the moment: the wanted one if it is free, else any. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  try {
    server.listen(wanted, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port was given");
    return address.port;
  } catch (error) {
    if (wanted === 0) throw error;
    return await freePort();
  } finally {
    server.close();
  }
}
