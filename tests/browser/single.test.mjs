// lede.html: one file, opened from the disk, with the network cable pulled.

import { ARTICLE, assert, assertOnlyAsked, describe, everyBrowser, open, paste, singleFile } from "./harness.mjs";

const pulled = { cable: false, loopback: false };

describe("lede.html from the disk, without a network", () => {
  everyBrowser(
    "a paste gives a result and nothing is asked of anybody",
    async ({ browser }) => {
      const page = await open(browser, singleFile);
      await paste(page, ARTICLE);
      assertOnlyAsked(page, singleFile);
      assert.deepEqual(page.faults, []);
    },
    pulled,
  );

  everyBrowser(
    "a text too long for one frame is analysed in a worker",
    async ({ browser }) => {
      const page = await open(browser, singleFile);
      await page.evaluate(() => {
        const make = globalThis.ledeWorker;
        globalThis.workersMade = 0;
        globalThis.ledeWorker = () => {
          globalThis.workersMade += 1;
          return make();
        };
      });
      await paste(page, ARTICLE.repeat(300));
      assert.ok((await page.evaluate(() => globalThis.workersMade)) > 0, "a worker was made");
      assertOnlyAsked(page, singleFile);
      assert.deepEqual(page.faults, []);
    },
    pulled,
  );

  everyBrowser("its policy allows no connection at all", async ({ browser }) => {
    const page = await open(browser, singleFile);
    const first = await page.$eval("head", (head) => head.firstElementChild.outerHTML);
    assert.match(first, /^<meta http-equiv="Content-Security-Policy"[^>]*connect-src 'none'/);
    assert.doesNotMatch(first, /unsafe-inline/);
  });
});
