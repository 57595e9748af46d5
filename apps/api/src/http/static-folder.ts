import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const alreadySmall = new Set([".ico", ".jpg", ".png", ".woff2"]);

type StoredFile = {
  readonly bytes: Buffer;
  readonly zipped: Buffer | null;
  readonly etag: string;
  readonly type: string;
  readonly isHashed: boolean;
};

/** Vite's names: a hash of at least 8 characters before the ending, in the folder `assets`. */
const hashed = /(?:^|\/)assets\/[^/]*-[\w-]{8,}\.\w+$/u;

const fileErrors = new Set(["ENOENT", "EISDIR", "ENOTDIR", "ENAMETOOLONG"]);
const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && fileErrors.has(error.code);

const read = async (root: string, name: string): Promise<StoredFile | null> => {
  const ending = extname(name);
  const type = types[ending];
  const path = resolve(root, name);
  // What is not named here is not served, nor anything outside the folder.
  if (type === undefined || !path.startsWith(root + sep) || name.includes("\0")) return null;
  try {
    const bytes = await readFile(path);
    return {
      bytes,
      zipped: alreadySmall.has(ending) ? null : await compress(bytes),
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`,
      type,
      isHashed: hashed.test(name),
    };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

const fresh = (file: StoredFile): string => (file.isHashed ? "public, max-age=31536000, immutable" : "no-cache");

const answer = (file: StoredFile, request: Request): Response => {
  const headers = new Headers({ "Cache-Control": fresh(file), ETag: file.etag, Vary: "Accept-Encoding" });
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "");
  if (known.split(/, */u).includes(file.etag)) return new Response(null, { status: 304, headers });
  const isZipped = file.zipped !== null && /\bgzip\b/u.test(request.headers.get("accept-encoding") ?? "");
  const body = isZipped ? file.zipped : file.bytes;
  headers.set("Content-Type", file.type);
  headers.set("Content-Length", String(body.length));
  if (isZipped) headers.set("Content-Encoding", "gzip");
  return new Response(request.method === "HEAD" ? null : new Uint8Array(body), { headers });
};

/** Serves the files one front end was built to. */
export type StaticFolder = {
  /** The file's answer, or null where there is none. `name` is relative to the folder. */
  readonly serve: (request: Request, name: string) => Promise<Response | null>;
};

/** Hashed files stay in memory once read: their content cannot change. Others are read each time. */
export const staticFolder = (folder: string): StaticFolder => {
  const root = resolve(folder);
  const kept = new Map<string, StoredFile>();
  return {
    serve: async (request, name) => {
      const file = kept.get(name) ?? (await read(root, name));
      if (file === null) return null;
      if (file.isHashed) kept.set(name, file);
      return answer(file, request);
    },
  };
};
