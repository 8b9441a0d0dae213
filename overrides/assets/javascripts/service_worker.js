// Keeps the pages readable and searchable without a network. The build puts BUILD before this:
//   version    of everything below, and so of the cache
//   cap        bytes that may be kept beforehand
//   shared     [path, version, bytes] of what every page needs, paths from the worker's folder
//   languages  [{ folder, files: [path, version, bytes], missing: HTML }], that of the root first
// Pages are network-first. If the network sends anything else than a page of this site (sign-in, error),
// the cached page is shown, unless the URL has "?network". A file is cached only in the version that BUILD
// names, and files have a hash in their name: no page mixes two versions. Old caches stay until an update
// is complete; the last complete one stays after it, for pages that are still open.
"use strict";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = worker.registration.scope;
const PREFIX = `pages ${SCOPE} `; // other sites may share this origin and its caches
const NAME = PREFIX + BUILD.version;
const GONE = `gone ${SCOPE}`; // the cache that says since when the host has had no site
const WHOLE = `${SCOPE}?whole`; // stands in a cache once its update is complete
const NETWORK_TIMEOUT = 10_000; // timeout of the network, in milliseconds
const DAY = 24 * 60 * 60 * 1000;
const PARALLEL_REQUESTS = 4;
const FILES = [...BUILD.shared, ...BUILD.languages.flatMap(({ files }) => files)];
const VERSIONS = new Map(FILES.map(([path, version]) => [path, version]));
const NAMED_BY_CONTENT = /\.[0-9a-f]{8,}\.(min\.)?(css|js|json)$/;
const PAGE_MARK = /<meta name=["']?page-version\b[^>]*data-advice=/; // in the head of every page of ours
const BYPASS = /^[^#]*[?&]network\b/; // the reader wants to see what the network sends
const MAX_HEAD = 20_000; // maximum characters in which PAGE_MARK is looked for
/** @type {Map<string, "gone" | "foreign">} */
const fromStore = new Map(); // clients with a cached page, and why: no network, or no page of ours
/** @type {{ url: string, response: Response, ours: boolean } | undefined} */
let redirected; // response at the end of a redirect: the browser requests it next

const addressOf = (/** @type {string} */ path) => new URL(path, SCOPE).href;
const isSaving = () => Boolean(navigator.connection?.saveData);
const languageOf = (/** @type {string} */ path) => (
  BUILD.languages.findLast(({ folder }) => path.startsWith(folder)) ?? BUILD.languages[0]);
const pathsFor = (/** @type {string} */ path) => [path || "index.html", `${path}.html`, `${path}index.html`, `${path}/index.html`];

/** The caches of this site, this version's first and then the newest. */
async function ownCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  return [NAME, ...names.reverse()];
}

/** The cached response of the first path that has one; undefined if none has, or storage fails. */
const cached = (/** @type {string[]} */ paths) => lookUp(paths).catch(() => undefined);
/** @param {string[]} paths */
async function lookUp(paths) {
  for (const cacheName of await ownCaches()) {
    const found = await Promise.all(paths.map((path) => caches.match(addressOf(path), { cacheName })));
    if (found.some(Boolean)) return found.find(Boolean);
  }
  return undefined;
}

/**
 * A copy of a response, if it is the version of a path that BUILD names.
 *
 * @param {string} path
 * @param {Response} response
 */
async function inVersion(path, response) {
  const body = await response.clone().arrayBuffer();
  const bytes = [...new Uint8Array(await crypto.subtle.digest("SHA-256", body))];
  const digest = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = path.endsWith(".html") ? new TextDecoder().decode(body) : digest; // hosts may add to a page
  const type = response.headers.get("Content-Type");
  const headers = type ? { "Content-Type": type } : undefined;
  const version = VERSIONS.get(path);
  return version && text.includes(version) ? new Response(body, { headers }) : undefined;
}

/**
 * Cache a file: copied from an older cache if it has not changed, else from the network.
 *
 * @param {Cache} cache
 * @param {string} path
 */
async function cacheFile(cache, path) {
  const older = await cached([path]);
  const copy = older && await inVersion(path, older)
    || await inVersion(path, await fetch(addressOf(path), { cache: "no-cache" }));
  if (!copy) throw new Error(`${path} is not of this update`);
  await cache.put(addressOf(path), copy);
}

/**
 * Cache further files up to the cap. If the disk is full, an incomplete cache is deleted.
 *
 * @param {StoredFile[]} files
 */
async function fillCache(files) {
  const cache = await caches.open(NAME);
  if (isSaving()) return;
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const isThere = (/** @type {StoredFile} */ [path]) => there.has(addressOf(path));
  let bytes = FILES.filter(isThere).reduce((sum, [, , size]) => sum + size, 0);
  const missing = files.filter((each) => {
    const isNext = !isThere(each) && bytes + each[2] <= BUILD.cap;
    if (isNext) bytes += each[2];
    return isNext;
  });
  const { quota = Infinity, usage = 0 } = await navigator.storage?.estimate?.().catch(() => undefined) ?? {};
  try {
    if (missing.reduce((sum, [, , size]) => sum + size, usage) > quota) throw new DOMException("no room", "QuotaExceededError");
    for (let i = 0; i < missing.length; i += PARALLEL_REQUESTS) {
      await Promise.all(missing.slice(i, i + PARALLEL_REQUESTS).map(([path]) => cacheFile(cache, path)));
    }
    await cache.put(WHOLE, new Response());
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "QuotaExceededError") throw error;
    if (!await cache.match(WHOLE)) await caches.delete(NAME);
  }
}

/** Cache the shared files, and the languages that are open or in an older cache. */
async function install() {
  const open = (await worker.clients.matchAll({ includeUncontrolled: true })).map(({ url }) => url).filter((url) => url.startsWith(SCOPE));
  const read = new Set(open.map((url) => languageOf(url.slice(SCOPE.length))));
  for (const language of BUILD.languages) if (await cached([language.files[0][0]])) read.add(language);
  await fillCache([...BUILD.shared, ...[...read].flatMap(({ files }) => files)]);
  await worker.skipWaiting();
}

async function activate() {
  let spare = await caches.match(WHOLE, { cacheName: NAME }) && 1; // the version before stays
  for (const name of spare ? (await ownCaches()).slice(1) : []) {
    if (spare && await caches.match(WHOLE, { cacheName: name })) spare = 0; else await caches.delete(name);
  }
  await worker.clients.claim();
}

/**
 * Whether an answer is a page of this site. Reads no more of it than its head.
 *
 * @param {Response} response
 */
async function isOurs(response) {
  const reader = response.clone().body?.getReader();
  if (!reader) return false;
  const decoder = new TextDecoder();
  let text = "";
  let isEnd = false;
  while (!isEnd && text.length < MAX_HEAD && !PAGE_MARK.test(text) && !text.includes("</head")) {
    const { value, done } = await reader.read();
    text += decoder.decode(value, { stream: true });
    isEnd = done;
  }
  reader.cancel().catch(() => {});
  return PAGE_MARK.test(text);
}

/**
 * The answer of the network, { response, ours }; a redirect is ours if its target is.
 *
 * @param {Request} request
 */
async function askNetwork(request) {
  const known = redirected;
  redirected = undefined;
  if (known?.url === request.url.replace(/#.*/, "")) return known;
  // Fails without a network, and where a redirect leads to another host: the browser has to follow that.
  const found = await fetch(request, { cache: "no-cache", redirect: "follow" }).catch(() => undefined);
  if (!found) return { response: await fetch(request, { cache: "no-cache" }), ours: false };
  const ours = await isOurs(found);
  if (!found.redirected) return { response: found, ours };
  redirected = { url: found.url, response: new Response(found.body, found), ours };
  setTimeout(() => { redirected = undefined; }, NETWORK_TIMEOUT);
  return { response: Response.redirect(found.url), ours };
}

/**
 * The response to a navigation: a page of ours from the network, else from the cache, else any, else BUILD's `missing`.
 *
 * @param {FetchEvent} event
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function page(event, path) {
  const silence = new Promise((resolve) => { setTimeout(resolve, NETWORK_TIMEOUT); });
  const asked = askNetwork(event.request).catch(() => undefined);
  const { response, ours } = await Promise.race([asked, silence]) ?? {};
  const isMissing = [404, 410].includes(response?.status);
  if (ours && !isMissing) {
    event.waitUntil(Promise.all([cacheRead(path, response.clone()), caches.delete(GONE)]));
    return response;
  }
  const looked = isMissing ? endIfGone().catch(() => undefined) : undefined;
  if (looked) event.waitUntil(looked);
  const found = await cached(pathsFor(path));
  if (found && isMissing) {
    const { isEnd, isAlive } = await Promise.race([looked, silence]) ?? {};
    if (isEnd || (ours && isAlive)) return response; // the site is up: the page was removed
  }
  if (VERSIONS.has(`${path}/index.html`)) return Response.redirect(event.request.url.replace(/(?=[?#]|$)/, "/"));
  if (found) fromStore.set(event.resultingClientId, response ? "foreign" : "gone");
  return found || response || (await asked)?.response
    || new Response(languageOf(path).missing, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/**
 * A file without a hash in its name: from the network, to fit the page, unless HTML (a sign-in page) is sent.
 *
 * @param {Request} request
 * @param {string} path
 */
async function file(request, path) {
  const response = await fetch(request, { cache: "no-cache" }).catch(() => undefined);
  if (response?.ok && !response.headers.get("Content-Type")?.includes("html")) return response;
  return await cached([path]) || response || Response.error();
}

/**
 * Cache a page that did not fit under the cap, now that it has been read.
 *
 * @param {string} path
 * @param {Response} answer
 */
async function cacheRead(path, answer) {
  const name = pathsFor(path).find((each) => VERSIONS.has(each));
  if (!name || !answer.ok || isSaving() || !await caches.has(NAME)) return;
  const cache = await caches.open(NAME);
  const copy = !await cache.match(addressOf(name)) && await inVersion(name, answer);
  if (copy) await cache.put(addressOf(name), copy).catch(() => {});
}

/** Whether the site has been gone for a day; the first call stores the time. */
async function wasGone() {
  const cache = await caches.open(GONE);
  const seen = await cache.match(WHOLE);
  if (!seen) await cache.put(WHOLE, new Response(String(Date.now())));
  return seen !== undefined && Date.now() - Number(await seen.text()) >= DAY;
}

/** Unregister this worker if the site is gone: at once on 410, on 404 only after a day. */
async function endIfGone() {
  const answers = await Promise.all([worker.location.href, SCOPE].map((url) => fetch(url, { cache: "no-store" })));
  const isEach = (/** @type {number[]} */ ...statuses) => answers.every(({ status }) => statuses.includes(status));
  if (!isEach(404, 410)) {
    await caches.delete(GONE);
    return { isAlive: answers[1].ok && await isOurs(answers[1]) };
  }
  if (!isEach(410) && !await wasGone()) return {};
  for (const name of [GONE, ...await ownCaches()]) await caches.delete(name);
  await worker.registration.unregister();
  return { isEnd: true };
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
  if (event.data === "keep") event.waitUntil(fillCache(FILES).catch(() => {}));
  else if (event.data === "fill") event.waitUntil(caches.has(NAME).then((is) => (is ? fillCache(FILES) : undefined)).catch(() => {}));
  else if (event.source instanceof Client) event.ports[0]?.postMessage(fromStore.get(event.source.id));
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  let path = request.url.slice(SCOPE.length).replace(/[?#].*/, "");
  try { path = decodeURI(path); } catch { /* not ours: no file is named so */ }
  if (NAMED_BY_CONTENT.test(path)) event.respondWith(cached([path]).then((found) => found || fetch(request)));
  else if (request.mode === "navigate" && !BYPASS.test(request.url)) event.respondWith(page(event, path));
  else if (request.mode !== "navigate" && VERSIONS.has(path) && !path.endsWith(".html")) event.respondWith(file(request, path));
});
