// The hosted form: a static site that works under any path, and goes on without its server.

import { ARTICLE, assert, assertOnlyAsked, describe, everyBrowser, open, paste, ready, serve, served, started } from "./harness.mjs";

describe("the hosted form", () => {
  const server = served();

  everyBrowser("a paste gives a result and nothing is asked of anybody else", async ({ browser }) => {
    const page = await open(browser, server.url);
    await paste(page, ARTICLE);
    assert.equal(await page.$eval("#article-input", (area) => area.value), ARTICLE);
    assert.ok(page.asked.length > 3, "requests were seen");
    assertOnlyAsked(page, server.url);
    assert.deepEqual(page.faults, []);
  });

  everyBrowser("a value set by a script, with an input event, gives a result too", async ({ browser }) => {
    const page = await open(browser, server.url);
    await page.$eval(
      "#article-input",
      (area, text) => {
        area.value = text;
        area.dispatchEvent(new InputEvent("input", { bubbles: true }));
      },
      ARTICLE,
    );
    await ready(page);
  });

  everyBrowser("the policy stands first and lets nothing out", async ({ browser }) => {
    const page = await open(browser, server.url);
    const first = await page.$eval("head", (head) => head.firstElementChild.outerHTML);
    assert.match(first, /^<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
    const refused = await page.evaluate(() => fetch("http://127.0.0.1:9/").then(() => "sent", () => "refused"));
    assert.equal(refused, "refused");
    const violated = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
          fetch("http://127.0.0.1:9/").catch(() => setTimeout(resolve, 1000, "no violation"));
        }),
    );
    assert.equal(violated, "connect-src");
  });
});

describe("without its server", () => {
  everyBrowser("the hosted form reloads and works", async ({ browser }) => {
    const server = await serve();
    const page = await open(browser, server.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await server.stop();
    await page.reload();
    await started(page);
    await paste(page, ARTICLE);
  });

  everyBrowser("it works under a path of a host, and offline there too", async ({ browser }) => {
    const server = await serve("news/tools/lede/");
    const page = await open(browser, `${server.url}?from=elsewhere`);
    await paste(page, ARTICLE);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    assertOnlyAsked(page, server.url);
    await server.stop();
    await page.reload();
    await started(page);
    await paste(page, ARTICLE);
  });

  everyBrowser("its worker starts, and answers what was asked before it had", async ({ browser }) => {
    const server = await serve();
    const page = await open(browser, server.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await server.stop();
    assert.equal(await askWorker(page), 7);
  });
});

const askWorker = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = globalThis.ledeWorker();
        let parts = 0;
        worker.onmessage = ({ data }) => (data.done ? resolve(parts && data.id) : (parts += data.part.length));
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage({ Analyse: { id: 7, text: "Ferry strike ends\n\nCrews go back.", hints: [] } });
      }),
  );
