/** The service, as the viewer sees it: JSON over fetch, problem details as errors. */

/** Everything is reached relative to the page, so that a proxy may put the service under a path. */
const ROOT = new URL('.', document.baseURI);

/** A refusal with a sentence for the user. */
export class ServiceError extends Error {
  /**
   * @param {string} message what to tell the user
   * @param {number} status HTTP status; 0 if the service could not be reached
   */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string} path path without a slash at the beginning
 * @param {Record<string, string|number>} [query]
 * @returns {URL}
 */
export function url(path, query = {}) {
  const result = new URL(path, ROOT);
  for (const [name, value] of Object.entries(query)) {
    result.searchParams.set(name, String(value));
  }
  return result;
}

/**
 * Asks the service; a stale copy is never used without asking.
 * @param {URL|string} address
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
export async function ask(address, options = {}) {
  let response;
  try {
    response = await fetch(address, {cache: 'no-cache', ...options});
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure;
    }
    throw new ServiceError('无法连接服务器，请检查网络或稍后再试。', 0);
  }
  if (!response.ok) {
    throw await problem(response);
  }
  return response;
}

/**
 * @param {string} path
 * @param {Record<string, string|number>} [query]
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function json(path, query = {}, signal) {
  const response = await ask(url(path, query), {signal, headers: {Accept: 'application/json, application/geo+json'}});
  return response.json();
}

/**
 * RFC 9457: the detail is written for the reader.
 * @param {Response} response
 */
async function problem(response) {
  let detail = '';
  if ((response.headers.get('Content-Type') ?? '').includes('json')) {
    const body = await response.json().catch(() => ({}));
    detail = body.detail ?? body.title ?? '';
  }
  return new ServiceError(detail || `服务器答复 ${response.status} ${response.statusText}`.trim(), response.status);
}

/** The layers of the store. */
export async function collections() {
  return (await json('collections', {f: 'json'})).collections;
}

/** The styles that there are: `{default, styles: [{id, title}]}`. */
export const styles = () => json('styles', {f: 'json'});

/** The generated style of the map. @param {string} theme its id */
export const style = (theme) => json(`styles/${encodeURIComponent(theme)}`, {f: 'ol'});

/** What the symbols mean. @param {string} theme id of the style */
export const legend = (theme) => json(`styles/${encodeURIComponent(theme)}/legend`, {f: 'json'});

/** Whose is this point? */
export const locate = ([lon, lat], signal) => json('v1/locate', {lon, lat, coordsys: 'cgcs2000'}, signal);

/** Codes and names that fit a text. */
export const suggest = (text, limit, signal) => json('v1/suggest', {q: text, limit}, signal);

/** One feature as GeoJSON. */
export const item = (layer, id, signal) =>
  json(`collections/${encodeURIComponent(layer)}/items/${encodeURIComponent(id)}`, {f: 'json'}, signal);

/** The card of a division. */
export const division = (level, code, signal) => json(`v1/divisions/${encodeURIComponent(code)}`, {level}, signal);

/** The number of the change that the server shows. */
export async function changeNumber() {
  return (await json('health/ready')).changeNumber;
}
