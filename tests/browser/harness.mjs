// What the browser tests share: real browsers, the real server, and a real paste.
//
//   import { everyBrowser, open, paste, serve } from "./harness.mjs";
//   everyBrowser("what is tested", async ({ browser, name }) => { … });
//
// `cargo xtask test` builds dist/, finds the browsers and runs every *.test.mjs here. By hand, after `cargo xtask build`:
//   node --test tests/browser

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, "../..");
export const dist = path.join(root, "dist");
/// The address of the page in one file.
export const singleFile = pathToFileURL(path.join(dist, "lede.html")).href;

const executables = {
  chromium: process.env.CHROMIUM ?? "/usr/bin/chromium",
  firefox: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
};
const xtask = process.env.XTASK ?? path.join(root, "target/debug/xtask");

/// A browser with a profile of its own. `cable: false` pulls the network cable: whatever it asks of any host but this
/// machine goes to a port where nobody answers, and with `loopback: false` what it asks of this machine too. `dark`: the
/// person likes dark pages. `scripts: false`: the person has switched scripts off.
export const launch = (name, { cable = true, loopback = true, dark = false, scripts = true } = {}) => {
  const chromium = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  chromium.push("--disable-component-update", "--disable-sync", 
    `--blink-settings=preferredColorScheme=${dark ? 0 : 1},scriptEnabled=${scripts}`);
  const firefox = {
    // Puppeteer relaxes the rule that keeps a file from reading other files; users have it.
    "security.fileuri.strict_origin_policy": true,
    "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
    "javascript.enabled": scripts,
  };
  if (!cable) {
    chromium.push("--proxy-server=http://127.0.0.1:9", loopback ? "" : "--proxy-bypass-list=<-loopback>");
    firefox["network.proxy.type"] = 1;
    firefox["network.proxy.allow_hijacking_localhost"] = !loopback;
    for (const kind of ["http", "ssl"]) {
      firefox[`network.proxy.${kind}`] = "127.0.0.1";
      firefox[`network.proxy.${kind}_port`] = 9;
    }
  }
  return puppeteer.launch({
    browser: name === "chromium" ? "chrome" : "firefox",
    executablePath: executables[name],
    headless: true,
    args: name === "chromium" ? chromium.filter(Boolean) : [],
    extraPrefsFirefox: firefox,
  });
};

/// One test in each browser. `body` gets `{browser, name}`: `browser` has no pages, storage or service workers of others,
/// and is closed after the test. `options` are those of `launch`.
export const everyBrowser = (what, body, options = {}) => {
  // At the end of the `describe` that it stands in; the next one starts its own.
  after(closeShared);
  for (const name of Object.keys(executables)) {
    it(`${what} (${name})`, { timeout: 120_000 }, async () => {
      const browser = await (await shared(name, options)).createBrowserContext();
      try {
        await body({ browser, name });
      } finally {
        await browser.close();
      }
    });
  }
};

// One browser for all tests of a `describe` that want the same: starting Firefox takes longer than most tests.
const launched = new Map();
const shared = (name, options) => {
  const key = JSON.stringify([name, options]);
  if (!launched.has(key)) launched.set(key, launch(name, options));
  return launched.get(key);
};
const closeShared = async () => {
  const open = [...launched.values()];
  launched.clear();
  for (const browser of open) await (await browser).close();
};

const running = new Set();
process.on("exit", () => running.forEach((server) => server.kill()));

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/// Serves dist/ by `xtask serve` under `under` ("" or "some/path/"). Returns `{url, stop}`.
/// Every server is stopped at the latest when its test file ends.
export const serve = async (under = "") => {
  const port = await freePort();
  let folder = dist;
  if (under) {
    folder = mkdtempSync(path.join(tmpdir(), "lede-"));
    mkdirSync(path.join(folder, path.dirname(under)), { recursive: true });
    symlinkSync(dist, path.join(folder, under.replace(/\/$/, "")));
  }
  const server = spawn(xtask, ["serve", "--folder", folder, "--port", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(server);
  const ended = new Promise((resolve) => server.once("exit", resolve));
  await new Promise((resolve, reject) => {
    server.stdout.once("data", resolve);
    server.once("error", reject);
    server.once("exit", () => reject(new Error("the server ended at once")));
  });
  // A test that fails before it has stopped its server must not keep the test runner waiting.
  server.unref();
  server.stdout.destroy();
  return {
    url: `http://127.0.0.1:${port}/${under}`,
    stop: async () => {
      running.delete(server);
      server.ref();
      server.kill();
      await ended;
      if (under) rmSync(folder, { recursive: true });
    },
  };
};

/// A server for all tests of a `describe`. The value has `url` while they run.
export const served = (under = "") => {
  const handle = {};
  before(async () => Object.assign(handle, await serve(under)));
  after(() => handle.stop());
  return handle;
};

/// Opens an address in a new page and waits until Lede has started. The page's `asked` lists the address of every
/// request, `faults` what went wrong in it: errors that nobody caught, and errors on the console.
export const open = async (browser, url) => {
  const page = await browser.newPage();
  page.asked = [];
  page.faults = [];
  page.on("request", (request) => page.asked.push(request.url()));
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  await page.goto(url);
  await started(page);
  return page;
};

export const started = (page) => page.waitForSelector("#article-input", { timeout: 20_000 });

/// Pastes as a person does, through the clipboard and the keyboard, and waits for the result.
export const paste = async (page, text) => {
  await toClipboard(page, text);
  await page.focus("#article-input");
  await page.evaluate(() => document.querySelector("#article-input").select());
  await press(page, "v", "Paste");
  await ready(page);
};

export const ready = (page) => page.waitForSelector('body[data-state="ready"]', { timeout: 30_000 });

const toClipboard = async (page, text) => {
  await page.evaluate((text) => {
    const area = document.createElement("textarea");
    area.id = "test-clipboard";
    area.value = text;
    document.body.append(area);
    area.select();
  }, text);
  await press(page, "c", "Copy");
  await page.evaluate(() => document.querySelector("#test-clipboard").remove());
};

// Chromium without a window does not know what Ctrl+V means unless told.
const press = async (page, key, command) => {
  await page.keyboard.down("Control");
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up("Control");
};

/// Nothing was asked of any host but this one. Addresses that hold their own content are no requests.
export const assertOnlyAsked = (page, origin) => {
  const outside = page.asked.filter((url) => !url.startsWith(origin) && !/^(data|blob|about):/.test(url));
  assert.deepEqual(outside, [], "requests to elsewhere");
};

/// The kinds of fault that axe finds in the page as it stands, each with the first elements it names.
export const axe = async (page) => {
  await page.evaluate(readFileSync(path.join(here, "node_modules/axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
};

/// A short article of our own: two speakers, one of them twice, and a quotation that nobody is named for.
export const ARTICLE = `Ferry strike ends after night of talks

Dock workers in Port Arden go back on Thursday

By Ruth Calder

PORT ARDEN - Ferry crews voted on Wednesday to end a nine-day strike.

"We got what we came for," said Ilse Moor, who leads the port union. "Nobody wanted another week of this."

The harbour board's chairman, Tomas Brandt, said the deal would cost "a good deal more" than the first offer.

"It had to be done," Brandt told reporters in Westhaven.
`;

export { assert, describe, it };
