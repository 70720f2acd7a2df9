// Where Lede cannot run it says so in words; it never shows an empty page.

import path from "node:path";
import { pathToFileURL } from "node:url";
import { assert, describe, dist, everyBrowser, root, served, singleFile } from "./harness.mjs";

const words = (page) => page.$eval("body", (body) => body.innerText);

describe("where Lede cannot start", () => {
  const server = served();

  for (const [form, address] of [["hosted", () => server.url], ["single", () => singleFile]]) {
    everyBrowser(`without WebAssembly it says so (${form})`, async ({ browser }) => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(() => delete globalThis.WebAssembly);
      await page.goto(address());
      await page.waitForSelector('body[data-state="error"]');
      assert.match(await words(page), /could not start[\s\S]*WebAssembly, which is switched off/);
    });

    everyBrowser(
      `without scripts it says so (${form})`,
      async ({ browser }) => {
        const page = await browser.newPage();
        await page.goto(address());
        assert.match(await words(page), /needs scripts/);
      },
      { scripts: false },
    );
  }

  everyBrowser("the hosted form opened from the disk points to lede.html", async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path.join(dist, "index.html")).href);
    await page.waitForSelector('body[data-state="error"]');
    assert.match(await words(page), /needs a web server[\s\S]*lede\.html/);
  });

  everyBrowser("the unbuilt page says how to build, and which file to open", async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path.join(root, "index.html")).href);
    const said = await words(page);
    assert.match(said, /cargo xtask build[\s\S]*dist\/lede\.html/);
    assert.match(said, /cargo xtask serve/);
  });
});
