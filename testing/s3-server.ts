// An S3-compatible storage for tests, over real HTTP. Stores objects in memory and answers only requests with a valid
// Signature Version 4, which it computes itself. No npm package fits: s3rver is not maintained, its fork needs a newer
// Node.
import { createHash, createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

interface StoredObject {
  readonly body: Buffer;
  readonly contentType: string;
}

export interface TestS3 {
  readonly endpoint: string;
  /** By path: /bucket/key. */
  readonly objects: Map<string, StoredObject>;
  /** `METHOD /path`, in order, rejected ones included. */
  readonly requests: string[];
  close(): Promise<void>;
}

export const TEST_CREDENTIALS = { accessKeyId: "guatu-test", secretAccessKey: "a secret of the test" } as const;

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Removes the `aws-chunked` envelope: size in hex, line end, bytes, line end; trailers follow the empty chunk. */
function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.toString("latin1", at, end).split(";")[0] ?? "", 16);
    if (end < 0 || !Number.isInteger(size)) throw new Error("no chunk");
    if (size === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

function canonicalQuery(query: string): string {
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => [name, value].map(encodeURIComponent).join("="));
  return pairs.sort().join("&");
}

/** Whether the request was signed with the test's secret, for these headers and, if it is hashed, this body. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const { authorization = "", "x-amz-date": date = "", "x-amz-content-sha256": hash = "" } = request.headers;
  const match = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(.+), ?SignedHeaders=([^,]+), ?Signature=(\w{64})$/.exec(
    authorization,
  );
  if (match === null || match[1] !== TEST_CREDENTIALS.accessKeyId) return false;
  const [, , scope = "", signedHeaders = "", signature] = match;
  const isStreamed = String(hash).startsWith("STREAMING-") || hash === "UNSIGNED-PAYLOAD";
  if (!isStreamed && hash !== sha256(body)) return false;
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const headers = signedHeaders.split(";").map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`);
  const canonical = [request.method, path, canonicalQuery(query), headers.join(""), signedHeaders, hash].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n");
  const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${TEST_CREDENTIALS.secretAccessKey}`);
  return hmac(key, toSign).toString("hex") === signature;
}

function faultXml(code: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}

interface Storage {
  readonly objects: TestS3["objects"];
  /** Unfinished multipart uploads, by number. */
  readonly parts: Map<string, Map<number, Buffer>>;
}

interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

const XML = { "content-type": "application/xml" };
const etagOf = (body: Buffer) => `"${createHash("md5").update(body).digest("hex")}"`;

/** A multipart upload: started and completed by POST, its parts PUT one by one; the object exists once completed. */
function inParts(
  { objects, parts }: Storage,
  method: string,
  path: string,
  query: URLSearchParams,
  body: Buffer,
): Reply {
  const id = query.get("uploadId") ?? randomUUID();
  if (method === "PUT") {
    parts.get(id)?.set(Number(query.get("partNumber")), body);
    return { status: 200, headers: { etag: etagOf(body) } };
  }
  if (method === "DELETE") return { status: parts.delete(id) ? 204 : 404 };
  if (query.has("uploads")) {
    parts.set(id, new Map());
    const begun = `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`;
    return { status: 200, headers: XML, body: begun };
  }
  const sorted = [...(parts.get(id) ?? [])].sort(([one], [other]) => one - other).map(([, part]) => part);
  objects.set(path, { body: Buffer.concat(sorted), contentType: "application/octet-stream" });
  return {
    status: 200,
    headers: XML,
    body: `<CompleteMultipartUploadResult><Key>x</Key></CompleteMultipartUploadResult>`,
  };
}

function answer(storage: Storage, request: IncomingMessage, sent: Buffer): Reply {
  if (!isSigned(request, sent)) return { status: 403, headers: XML, body: faultXml("SignatureDoesNotMatch") };
  const { method = "", headers: requestHeaders } = request;
  const { pathname, searchParams: query } = new URL(request.url ?? "", "http://localhost");
  const path = decodeURIComponent(pathname);
  const body = requestHeaders["content-encoding"]?.includes("aws-chunked") === true ? unchunked(sent) : sent;
  if (query.has("uploads") || query.has("uploadId")) return inParts(storage, method, path, query, body);
  if (method === "PUT") {
    storage.objects.set(path, { body, contentType: requestHeaders["content-type"] ?? "application/octet-stream" });
    return { status: 200, headers: { etag: etagOf(body) } };
  }
  if (method === "DELETE") {
    storage.objects.delete(path);
    return { status: 204 };
  }
  const object = storage.objects.get(path);
  if (object === undefined) return { status: 404, headers: XML, body: faultXml("NoSuchKey") };
  const headers = { "content-type": object.contentType, "content-length": String(object.body.byteLength) };
  return { status: 200, headers, body: object.body };
}

/** Starts it on a free port of this machine. */
export async function startTestS3(): Promise<TestS3> {
  const objects: TestS3["objects"] = new Map();
  const parts: Storage["parts"] = new Map();
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url?.split("?")[0]}`);
    const { status, headers, body } = answer({ objects, parts }, request, await bodyOf(request));
    response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
