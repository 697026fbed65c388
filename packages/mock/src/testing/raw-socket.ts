import { once } from "node:events";
import { connect } from "node:net";

/** Sends bytes as they are, which no HTTP client would, and answers what comes back until the connection ends or rests. */
export async function sendRaw(url: string, bytes: string | Uint8Array, restMs = 300): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  await once(socket, "connect");
  let answer = "";
  return new Promise((resolve) => {
    const end = () => {
      socket.destroy();
      resolve(answer);
    };
    let timer = setTimeout(end, restMs);
    socket.on("data", (data) => {
      answer += data.toString("latin1");
      clearTimeout(timer);
      timer = setTimeout(end, restMs);
    });
    socket.once("close", () => {
      clearTimeout(timer);
      resolve(answer);
    });
    socket.on("error", () => {});
    socket.write(bytes);
  });
}
