import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

type Claims = Record<string, unknown>;
type Asked = { nonce: string | null; challenge: string; redirectUri: string; claims: Claims };

/** How it lies, for tests: `null` for an honest one. */
export type Fault = "signature" | "nonce" | "audience" | "issuer" | "late" | "none_algorithm" | "state" | null;

export type OidcProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in there from now on, and what it does wrong. */
  say: (claims: Claims, fault?: Fault) => void;
  /** What clients asked for, to see that they ask for PKCE, state and nonce. */
  asked: URLSearchParams[];
  close: () => void;
};

/** A small OpenID provider over HTTP: discovery, codes that work once, PKCE, signed tokens. It signs in whom it is told. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const [clientId, clientSecret] = ["hireglass", randomUUID()];
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const others = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const asked: URLSearchParams[] = [];
  const codes = new Map<string, Asked>();
  let next: Claims = {};
  let fault: Fault = null;
  let issuer = "";

  const makeToken = ({ nonce, claims }: Asked) => {
    const now = Math.floor(Date.now() / 1000) - (fault === "late" ? 7200 : 0);
    const payload = {
      ...{ iss: fault === "issuer" ? "https://elsewhere.example" : issuer, iat: now, exp: now + 300 },
      ...{ aud: fault === "audience" ? "another-client" : clientId, nonce: fault === "nonce" ? "made-up" : nonce },
      ...claims,
    };
    const algorithm = fault === "none_algorithm" ? "none" : "RS256";
    return jwt(payload, fault === "signature" ? others.privateKey : keys.privateKey, algorithm);
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    switch (`${request.method} ${url.pathname}`) {
      case "GET /.well-known/openid-configuration":
        return answer(200, {
          ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
          ...{ jwks_uri: `${issuer}/keys`, response_types_supported: ["code"], subject_types_supported: ["public"] },
          id_token_signing_alg_values_supported: ["RS256"],
        });
      case "GET /keys":
        return answer(200, {
          keys: [{ ...keys.publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "1" }],
        });
      case "GET /authorize": {
        asked.push(url.searchParams);
        const redirectUri = url.searchParams.get("redirect_uri") ?? "";
        const challenge = url.searchParams.get("code_challenge") ?? "";
        const code = randomUUID();
        codes.set(code, { nonce: url.searchParams.get("nonce"), challenge, redirectUri, claims: next });
        const back = new URL(redirectUri);
        back.searchParams.set("code", code);
        back.searchParams.set("state", fault === "state" ? "made-up" : (url.searchParams.get("state") ?? ""));
        return response.writeHead(302, { location: back.href }).end();
      }
      case "POST /token": {
        const body = new URLSearchParams(await read(request));
        const one = codes.get(body.get("code") ?? "");
        codes.delete(body.get("code") ?? "");
        const verifier = createHash("sha256")
          .update(body.get("code_verifier") ?? "")
          .digest("base64url");
        const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
        if (request.headers.authorization !== basic) return answer(401, { error: "invalid_client" });
        if (!one || verifier !== one.challenge || body.get("redirect_uri") !== one.redirectUri)
          return answer(400, { error: "invalid_grant" });
        return answer(200, {
          access_token: randomUUID(),
          token_type: "Bearer",
          expires_in: 300,
          id_token: makeToken(one),
        });
      }
      default:
        return answer(404, {});
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    ...{ issuer, clientId, clientSecret, asked },
    say: (claims, wrong = null) => {
      next = claims;
      fault = wrong;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function jwt(payload: Claims, key: KeyObject, algorithm: "RS256" | "none"): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const text = `${encode({ alg: algorithm, kid: "1", typ: "JWT" })}.${encode(payload)}`;
  return `${text}.${algorithm === "none" ? "" : sign("RSA-SHA256", Buffer.from(text), key).toString("base64url")}`;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
