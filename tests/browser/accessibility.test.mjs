// axe finds nothing: on the empty page and with a result, light and dark, wide and narrow.

import { ARTICLE, assert, axe, describe, everyBrowser, open, paste, served } from "./harness.mjs";

describe("accessibility", () => {
  const server = served();

  for (const dark of [false, true]) {
    everyBrowser(
      `axe finds nothing (${dark ? "dark" : "light"})`,
      async ({ browser }) => {
        const page = await open(browser, server.url);
        assert.equal(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches), dark);
        assert.deepEqual(await axe(page), [], "the empty page");
        await paste(page, ARTICLE);
        assert.deepEqual(await axe(page), [], "with a result");
        await page.setViewport({ width: 360, height: 740 });
        assert.deepEqual(await axe(page), [], "on a narrow screen");
      },
      { dark },
    );
  }
});
