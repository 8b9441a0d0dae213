// Keeps the pages readable and searchable without a network. The build puts BUILD before this:
//   version    of everything below, and so of the cache
//   cap        bytes that may be kept beforehand
//   shared     [path, version, bytes] of what every page needs, paths from the worker's folder
//   languages  [{ folder, files: [path, version, bytes], missing: HTML }], that of the root first
// A page comes from the network while that answers. A file is kept only in the version that BUILD
// names, and what a page loads has its hash in its name: no page mixes two versions. What was kept
// stays until an update is whole, and once more after it, for pages that are still open.
"use strict";

const SCOPE = self.registration.scope;
const PREFIX = `pages ${SCOPE} `; // other sites may share this origin and its caches
const NAME = PREFIX + BUILD.version;
const WHOLE = `${SCOPE}?whole`; // stands in a cache once its update is complete
const PATIENCE = 10_000; // milliseconds after which a network that says nothing counts as none
const AT_ONCE = 4;
const FILES = [...BUILD.shared, ...BUILD.languages.flatMap(({ files }) => files)];
const VERSIONS = new Map(FILES.map(([path, version]) => [path, version]));
const NAMED_BY_CONTENT = /\.[0-9a-f]{8,}\.(min\.)?(css|js|json)$/;
const fromStore = new Set(); // clients whose page was kept here

const addressOf = (path) => new URL(path, SCOPE).href;
const isSaving = () => Boolean(navigator.connection?.saveData);
const languageOf = (path) => BUILD.languages.findLast(({ folder }) => path.startsWith(folder));
const isBroken = ({ status }) => status >= 500 || [408, 429].includes(status);
const pathsFor = (path) => [path || "index.html", `${path}.html`, `${path}index.html`, `${path}/index.html`];

/** The caches of this site, this version's first and then the newest. */
async function ownCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  return [NAME, ...names.reverse()];
}

/** The first of some paths that is kept; nothing where the disk is broken. */
const kept = (paths) => lookUp(paths).catch(() => undefined);
async function lookUp(paths) {
  for (const cacheName of await ownCaches()) {
    const found = await Promise.all(paths.map((path) => caches.match(addressOf(path), { cacheName })));
    if (found.some(Boolean)) return found.find(Boolean);
  }
  return undefined;
}

/** A copy of a response, if it is the version of a path that BUILD names. */
async function inVersion(path, response) {
  const body = await response.clone().arrayBuffer();
  const bytes = [...new Uint8Array(await crypto.subtle.digest("SHA-256", body))];
  const digest = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = path.endsWith(".html") ? new TextDecoder().decode(body) : digest; // hosts may add to a page
  const headers = { "Content-Type": response.headers.get("Content-Type") };
  return text.includes(VERSIONS.get(path)) ? new Response(body, { headers }) : undefined;
}

/** Keep a file: as it was kept before if it has not changed, else from the network. */
async function keep(cache, path) {
  const older = await kept([path]);
  const copy = older && await inVersion(path, older)
    || await inVersion(path, await fetch(addressOf(path), { cache: "no-cache" }));
  if (!copy) throw new Error(`${path} is not of this update`);
  await cache.put(addressOf(path), copy);
}

/** Keep files up to the cap, beside what is kept already. Without its cache, the disk was full. */
async function fill(files) {
  const cache = await caches.open(NAME);
  if (isSaving()) return;
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const isThere = ([path]) => there.has(addressOf(path));
  let bytes = FILES.filter(isThere).reduce((sum, [, , size]) => sum + size, 0);
  const missing = files.filter((file) => !isThere(file) && bytes + file[2] <= BUILD.cap && (bytes += file[2]));
  const { quota = Infinity, usage = 0 } = await navigator.storage?.estimate?.().catch(() => {}) ?? {};
  try {
    if (missing.reduce((sum, [, , size]) => sum + size, usage) > quota) throw new DOMException("no room", "QuotaExceededError");
    for (let i = 0; i < missing.length; i += AT_ONCE) {
      await Promise.all(missing.slice(i, i + AT_ONCE).map(([path]) => keep(cache, path)));
    }
    await cache.put(WHOLE, new Response());
  } catch (error) {
    if (error.name !== "QuotaExceededError") throw error;
    if (!await cache.match(WHOLE)) await caches.delete(NAME);
  }
}

/** What every page needs, and the languages that are open or were kept before. */
async function install() {
  const open = (await self.clients.matchAll({ includeUncontrolled: true })).map(({ url }) => url).filter((url) => url.startsWith(SCOPE));
  const read = new Set(open.map((url) => languageOf(url.slice(SCOPE.length))));
  for (const language of BUILD.languages) if (await kept([language.files[0][0]])) read.add(language);
  await fill([...BUILD.shared, ...[...read].flatMap(({ files }) => files)]);
  await self.skipWaiting();
}

async function activate() {
  let spare = await caches.match(WHOLE, { cacheName: NAME }) && 1; // the version before stays
  for (const name of spare ? (await ownCaches()).slice(1) : []) {
    if (spare && await caches.match(WHOLE, { cacheName: name })) spare = 0; else await caches.delete(name);
  }
  await self.clients.claim();
}

/** A page from the network; without one, or where the host is broken, as it was kept. */
async function page(event, path) {
  const silence = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  const asked = fetch(event.request, { cache: "no-cache" }).catch(() => undefined);
  const answer = await Promise.race([asked, silence]);
  if (answer && !isBroken(answer)) {
    event.waitUntil(answer.status === 404 ? retireIfGone() : keepRead(path, answer.clone()));
    return answer;
  }
  if (VERSIONS.has(`${path}/index.html`)) return Response.redirect(event.request.url.replace(/(?=[?#]|$)/, "/"));
  const found = await kept(pathsFor(path));
  if (found) fromStore.add(event.resultingClientId);
  return found || await asked
    || new Response(languageOf(path).missing, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** What did not fit under the cap is kept once it was read. */
async function keepRead(path, answer) {
  const name = pathsFor(path).find((each) => VERSIONS.has(each));
  if (!name || !answer.ok || isSaving() || !await caches.has(NAME)) return;
  const cache = await caches.open(NAME);
  const copy = !await cache.match(addressOf(name)) && await inVersion(name, answer);
  if (copy) await cache.put(addressOf(name), copy).catch(() => {});
}

/** A deployment without this worker ends it. */
async function retireIfGone() {
  const answers = await Promise.all([self.location.href, SCOPE].map((url) => fetch(url, { cache: "no-store" }).catch(() => undefined)));
  if (!answers.every((answer) => [404, 410].includes(answer?.status))) return;
  for (const name of await ownCaches()) await caches.delete(name);
  await self.registration.unregister();
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "fill") event.waitUntil(caches.has(NAME).then((is) => is && fill(FILES)).catch(() => {}));
  else event.ports[0].postMessage(fromStore.has(event.source.id));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  let path = request.url.slice(SCOPE.length).replace(/[?#].*/, "");
  try { path = decodeURI(path); } catch { /* not ours: no file is named so */ }
  const fromNetwork = () => fetch(request, { cache: "no-cache" });
  if (request.mode === "navigate") event.respondWith(page(event, path));
  else if (NAMED_BY_CONTENT.test(path)) event.respondWith(kept([path]).then((found) => found || fetch(request)));
  else if (VERSIONS.has(path)) event.respondWith(fromNetwork().catch(async (error) => await kept([path]) || Promise.reject(error)));
});
