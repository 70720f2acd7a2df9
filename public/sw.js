// The service worker: Lede without a network. The build writes before this `VERSION`, a hash of all files, and `FILES`,
// their addresses relative to this script.
"use strict";

const CACHE = `lede-${VERSION}`;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })))),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      // The version before this one is kept: a page of that version may still be open and want its worker script.
      const versions = (await caches.keys()).filter((name) => name.startsWith("lede-") && name !== CACHE);
      await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)));
      await clients.claim();
      for (const page of await clients.matchAll()) page.postMessage({ version: VERSION });
    })(),
  );
});

// The page itself: the newest, if the network has it soon, else the kept one. Its query is never sent: it may hold a text.
const page = async () => {
  try {
    const response = await fetch("./", { cache: "no-cache", signal: AbortSignal.timeout(3000) });
    if (response.ok) return response;
  } catch {
    // No network: the kept page is as good.
  }
  return (await caches.open(CACHE)).match("./");
};

// Scripts, module and style have a hash of their content in their names: what is kept under a name is what it means.
const file = async (request) => {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? (await caches.match(request)) ?? fetch(request);
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const home = new URL("./", location);
  if (request.method !== "GET" || url.origin !== home.origin || !url.href.startsWith(home.href)) return;
  if (request.mode === "navigate") {
    if (url.pathname === home.pathname || url.pathname === `${home.pathname}index.html`) event.respondWith(page());
    return;
  }
  event.respondWith(file(request));
});
