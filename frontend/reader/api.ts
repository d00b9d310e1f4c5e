const SIGN_IN = '/dang-nhap';

/** The server could not be reached, or had no answer for now: worth trying again. */
export class Unreachable extends Error {}

/** The session is over. */
export class SignedOut extends Error {}

/** The server understood and says no; the message is for the reader. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function getText(url: string, signal: AbortSignal): Promise<string> {
  return answer(url, { signal }).then((response) => response.text());
}

export function getJson<T>(url: string, signal: AbortSignal): Promise<T> {
  return answer(url, { signal, headers: { Accept: 'application/json' } }).then((response) => response.json() as Promise<T>);
}

/** An answer without content is undefined. */
export async function send<T>(method: 'POST' | 'DELETE', url: string, body?: unknown, signal?: AbortSignal, keepalive = false): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', ...csrf() };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await answer(url, { method, headers, body: body === undefined ? null : JSON.stringify(body), signal: signal ?? null, keepalive });
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function answer(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted) {
      throw error;
    }
    throw new Unreachable(String(error));
  }
  // Without a session a redirect ends at the page for signing in; other redirects lead to the text in its present version. A
  // changing request without a session fails its CSRF check first: 403.
  if (response.status === 401 || (response.redirected && new URL(response.url).pathname === SIGN_IN)) {
    throw new SignedOut();
  }
  if (response.status >= 500 || response.status === 429) {
    throw new Unreachable(`${response.status}`);
  }
  if (!response.ok) {
    const message = await messageOf(response);
    if (response.status === 403 && !message) {
      throw new SignedOut();
    }
    throw new Refused(response.status, message);
  }
  return response;
}

async function messageOf(response: Response): Promise<string> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : '';
  } catch {
    return '';
  }
}

function csrf(): Record<string, string> {
  const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  const header = meta('_csrf_header');
  const token = meta('_csrf');
  if (header && token) {
    return { [header]: token };
  }
  const cookie = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1];
  return cookie ? { 'X-XSRF-TOKEN': decodeURIComponent(cookie) } : {};
}
