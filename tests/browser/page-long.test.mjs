// Very long pastes: the page answers while they are analysed and drawn. The longest task is printed, not asserted: it
// depends on the machine.

import { ARTICLE, assert, describe, everyBrowser, open, ready, served } from "./harness.mjs";

const long = (bytes) => {
  const paragraphs = ARTICLE.split("\n\n").slice(3);
  let text = `${ARTICLE}\n`;
  for (let n = 0; text.length < bytes; n += 1) {
    text += `${paragraphs[n % paragraphs.length].trim().replace("Moor", `Moor${String.fromCharCode(97 + (n % 26))}`)}\n\n`;
  }
  return text;
};

/// Pastes by a script's event and measures how long the page did not answer.
const measured = (page, text) =>
  page.evaluate(async (text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    let longest = 0;
    let turns = 0;
    let last = performance.now();
    let going = true;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      turns += 1;
      if (going) channel.port2.postMessage(0);
    };
    const begun = performance.now();
    document.querySelector("#article-input").dispatchEvent(new ClipboardEvent("paste", { clipboardData, data: text, dataType: "text/plain", bubbles: true, cancelable: true }));
    const pasted = performance.now() - begun;
    const state = document.body.dataset.state;
    last = performance.now();
    channel.port2.postMessage(0);
    while (document.body.dataset.state !== "ready") await new Promise((then) => setTimeout(then, 5));
    const took = performance.now() - begun;
    await new Promise((then) => setTimeout(then, 1500));
    going = false;
    return { pasted, longest, took, turns, state };
  }, text);

describe("long texts", () => {
  const server = served();

  for (const [what, bytes] of [["1 MB", 1_000_000], ["10 MB", 10_000_000]]) {
    everyBrowser(`${what} of article text leaves the page responsive`, async ({ browser, name }) => {
      const page = await open(browser, server.url);
      const { pasted, longest, took, turns, state } = await measured(page, long(bytes));
      console.log(`${name}, ${what}: ready after ${took.toFixed(0)} ms; the paste itself ${pasted.toFixed(0)} ms, the longest task after it ${longest.toFixed(0)} ms`);
      assert.equal(state, "analysing");
      assert.ok(turns > 20, "the page had its turns while the text was analysed");
      assert.ok(longest < 2_000, `the page did not answer for ${longest} ms`);
      assert.ok((await page.$$("article .row")).length > 50);
      assert.match(await page.$eval("[role=status]", (status) => status.textContent), /^[\d,]+ paragraphs, [\d,]+ quotations/);
      assert.match(await page.$eval(".reader > .more", (more) => more.textContent), /not drawn yet/);
      assert.deepEqual(page.faults, []);
    });
  }

  everyBrowser("a newer text cancels an older one", async ({ browser }) => {
    const page = await open(browser, server.url);
    await page.$eval("#article-input", (area, [long, short]) => {
      for (const text of [long, short]) {
        area.value = text;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }, [long(2_000_000), ARTICLE]);
    await ready(page);
    await new Promise((then) => setTimeout(then, 1500));
    assert.equal(await page.$eval("h1:not(.name)", (h1) => h1.textContent), "Ferry strike ends after night of talks");
  });

  everyBrowser("one line without end, and nothing but marks", async ({ browser }) => {
    const page = await open(browser, server.url);
    for (const text of ["The ferry left late. ".repeat(50_000), '"'.repeat(1_000_000), "“Late,” she said. ".repeat(50_000)]) {
      const { longest } = await measured(page, text);
      assert.ok(longest < 2_000, `the page did not answer for ${longest} ms`);
    }
    assert.deepEqual(page.faults, []);
  });
});
