// Run by `cargo xtask bench`: how long the page takes, in Chromium. The argument is the file with the article.

import { readFileSync } from "node:fs";
import { launch, open, paste, serve } from "./harness.mjs";

const text = readFileSync(process.argv[2], "utf8");
const words = text.split(/\s+/).filter(Boolean).length;
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
const row = (what, time) => console.log(`${what.padEnd(56)} ${time.toFixed(2).padStart(9)} ms`);

const server = await serve();
const browser = await launch("chromium");
console.log(`${await browser.version()}, an article of ${words} words`);

// From the paste event to the result in the page, in a page that has just been loaded.
const times = [];
for (let visit = 0; visit < 9; visit += 1) {
  const page = await open(browser, server.url);
  await page.evaluate(() => {
    let start;
    addEventListener("paste", () => (start = performance.now()), { capture: true });
    new MutationObserver(() => {
      if (document.body.dataset.state === "ready") globalThis.took ??= performance.now() - start;
    }).observe(document.body, { attributes: true, attributeFilter: ["data-state"] });
  });
  await paste(page, text);
  times.push(await page.evaluate(() => globalThis.took));
  await page.close();
}
row("paste event to ready, middle of nine", median(times));
row("paste event to ready, slowest", Math.max(...times));

// The analysis in WebAssembly, with its way from a worker to the page; and what is left of that without the way, which a
// text of one word takes too.
const page = await open(browser, server.url);
const [trips, short] = await page.evaluate(async (text) => {
  const worker = globalThis.ledeWorker();
  const trip = (id, text) =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      worker.onmessage = ({ data }) => data.done && resolve(performance.now() - start);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ Analyse: { id, text, hints: [] } });
    });
  const trips = [];
  const short = [];
  for (let id = 0; id < 300; id += 1) {
    trips.push(await trip(id, text));
    short.push(await trip(id, "Hi."));
  }
  return [trips, short];
}, text);
row("analysis in a worker and its way to the page, first", trips[0]);
const warm = median(trips.slice(100));
row("analysis in a worker and its way to the page, warm", warm);
row("the same without the way (a text of one word taken off)", warm - median(short.slice(100)));

await browser.close();
await server.stop();
