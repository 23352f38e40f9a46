import { once } from "node:events";
import { request as send } from "node:http";
import { createServer } from "node:https";

/** What stands before the server where people reach it by HTTPS: passes requests on, and says how they came. */
export async function startTlsProxy(port: number, target: string) {
  const upstream = new URL(target);
  const server = createServer({ key, cert: certificate }, (request, response) => {
    const headers = {
      ...request.headers,
      "x-forwarded-proto": "https",
      "x-forwarded-for": request.socket.remoteAddress,
    };
    const { method, url: path } = request;
    const passed = send({ host: upstream.hostname, port: upstream.port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** For localhost, signed by itself; it is in no store and opens nothing. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUKoCStj5J/JAprCY23IjbaCU2jBkwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA1NTczNFoYDzIxMjYxMDI5
MDU1NzM0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQO4HxTcYAs47ciUBqLWV/fw0FKu9l2liiwN2HTuFPBt5kFrm+T1oR0
AamYbjpQUbHD39gIexO2FANdYHUq6hpro28wbTAdBgNVHQ4EFgQUpr3ioTKZrKlf
JB46VgN16YkAalkwHwYDVR0jBBgwFoAUpr3ioTKZrKlfJB46VgN16YkAalkwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgRAX3XUCwj7cxOang1/Io0ac26cQe6OnukFN4DNjtVu4CIErM
E9e4Vx0kecjj5GxV4oqER37m7Ijsj8ISSDXmCmiq
-----END CERTIFICATE-----
`;

const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQLh2hYzAgmorxfXL
Um2DWvirq31rKm3UiQ2tshAM0VOhRANCAAQO4HxTcYAs47ciUBqLWV/fw0FKu9l2
liiwN2HTuFPBt5kFrm+T1oR0AamYbjpQUbHD39gIexO2FANdYHUq6hpr
-----END PRIVATE KEY-----
`;
