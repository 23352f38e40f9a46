import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

/** A mail server on the loopback that keeps what it is given, or refuses recipients as it is told. */
export async function startSmtpServer() {
  const mails: string[] = [];
  let refusal: string | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    let text = "";
    let mail: string | null = null;
    const answer = (line: string) => socket.write(`${line}\r\n`);
    answer("220 test ESMTP");
    socket.on("data", (chunk) => {
      text += chunk.toString();
      for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (mail !== null) {
          if (line !== ".") mail += `${line}\r\n`;
          else {
            mails.push(mail);
            mail = null;
            answer("250 kept");
          }
          continue;
        }
        const command = line.slice(0, 4).toUpperCase();
        if (command === "DATA") {
          mail = "";
          answer("354 go on");
        } else if (command === "RCPT" && refusal) answer(refusal);
        else if (command === "QUIT") {
          answer("221 bye");
          socket.end();
        } else answer("250 ok");
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://jobs%40example.com:secret@127.0.0.1:${port}?ignoreTLS=true`,
    mails,
    refuse: (line: string | null) => (refusal = line),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
