// The REST API. The session is a cookie that no script can read; what changes something carries its csrf token.

import { has, t } from "./i18n.js";

// Only a plan and a test of a model take long.
const PATIENCE_MS = 30_000;
const SLOW = /^\/v1\/(plan|settings\/llm\/test)$/;

export class Refused extends Error {
  constructor(status, body) {
    const known = `error.${body?.code}`;
    super(has(known) ? t(known) : body?.error ?? `HTTP ${status}`);
    this.status = status;
    this.code = body?.code;
    this.fields = body?.details?.fieldErrors;
  }
}

let csrf = "";
let signedOut = () => {};

export function whenSignedOut(listener) {
  signedOut = listener;
}

async function call(method, path, body, isAgain = false) {
  let answer;
  const headers = { accept: "application/json", ...(method === "GET" ? {} : { "X-CSRF-Token": csrf }) };
  if (body !== undefined) headers["content-type"] = "application/json";
  try {
    const signal = SLOW.test(path) ? undefined : AbortSignal.timeout(PATIENCE_MS);
    answer = await fetch(path, { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body), credentials: "same-origin" });
  } catch {
    throw new Refused(0, { code: "unreachable" });
  }
  const told = await answer.json().catch(() => undefined);
  if (answer.ok) return { told, link: answer.headers.get("link") };
  // Another tab has signed in anew: the cookie is its, and so must be the token.
  if (told?.code === "csrf" && !isAgain && (await session())) return call(method, path, body, true);
  if (answer.status === 401 && path !== "/v1/session") signedOut();
  throw new Refused(answer.status, told);
}

export const get = async (path) => (await call("GET", path)).told;
export const post = async (path, body = {}) => (await call("POST", path, body)).told;
export const put = async (path, body) => (await call("PUT", path, body)).told;
export const remove = async (path) => (await call("DELETE", path)).told;

/** One page of a list, and where the next one is. */
export async function page(path) {
  const { told, link } = await call("GET", path);
  return { items: told, next: /<([^>]+)>; rel="next"/.exec(link ?? "")?.[1] };
}

/** Who is signed in, if anybody. */
export async function session() {
  const told = await get("/v1/session");
  csrf = told.csrf ?? "";
  return told.user;
}

export async function signIn(email, password) {
  const told = await post("/v1/session", { email, password });
  csrf = told.csrf;
  return told.user;
}

export const signOut = () => remove("/v1/session");

export function query(path, given) {
  const pairs = Object.entries(given).filter(([, value]) => value !== "" && value !== undefined);
  return pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path;
}
