// What a person does with the page: paste, read, choose, clear, keep, take away.

import { readFileSync } from "node:fs";
import path from "node:path";
import { ARTICLE, assert, axe, describe, everyBrowser, open, paste, ready, root, served, started } from "./harness.mjs";

const SAMPLE = readFileSync(path.join(root, "page/src/sample.txt"), "utf8");
const words = (text) => text.replace(/\s+/g, "");

/// Sets the value of the paste box as a script would, and waits for the result.
const set = async (page, text) => {
  await page.$eval("#article-input", (area, text) => {
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
  await ready(page);
};
const click = (page, selector) => page.$eval(selector, (element) => element.click());
const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
const state = (page) => page.$eval("body", (body) => body.dataset.state);
const quotations = (page) =>
  page.$$eval("[data-quotation]", (items) => items.map((item) => [item.dataset.speaker, item.querySelector(".words").textContent]));
const until = (page, what, ...args) => page.waitForFunction(what, { timeout: 10_000 }, ...args);

/// In the page: the part of the columns of each rectangle that hold a pixel of another colour than the ground.
const PART_OF_COLUMNS_WITH_INK = async (png, rectangles) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return rectangles.map(({ x, y, width, height }) => {
    const [columns, rows] = [Math.floor(width), Math.ceil(height)];
    const { data } = context.getImageData(Math.ceil(x), Math.round(y), columns, rows);
    const light = (column, row) => data[4 * (row * columns + column)];
    const ground = Math.max(...Array.from({ length: columns }, (_, column) => light(column, 0)));
    const inked = (column) => Array.from({ length: rows }, (_, row) => row).some((row) => light(column, row) < ground - 24);
    return Array.from({ length: columns }, (_, column) => column).filter(inked).length / columns;
  });
};

describe("the page", () => {
  const server = served();

  everyBrowser("answers a paste and a value set by a script alike", async ({ browser }) => {
    const page = await open(browser, server.url);
    assert.equal(await state(page), "empty");
    await paste(page, ARTICLE);
    const pasted = await quotations(page);
    assert.ok(pasted.some(([speaker, words]) => speaker === "Ilse Moor" && words.includes("We got what we came for")), JSON.stringify(pasted));
    assert.ok(pasted.some(([speaker]) => speaker === "Tomas Brandt"));
    await page.reload();
    await started(page);
    await set(page, ARTICLE);
    assert.deepEqual(await quotations(page), pasted);
    assert.deepEqual(page.faults, []);
  });

  everyBrowser("answers a paste event that a script makes", async ({ browser }) => {
    const page = await open(browser, server.url);
    await page.$eval("#article-input", (area, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const clipboard = { clipboardData, data: text, dataType: "text/plain" }; // Firefox knows only the latter two.
      area.dispatchEvent(new ClipboardEvent("paste", { ...clipboard, bubbles: true, cancelable: true }));
    }, ARTICLE);
    await ready(page);
    assert.equal(await text(page, "h1"), "Ferry strike ends after night of talks");
    assert.equal(await page.$eval("#article-input", (area) => area.value), ARTICLE);
  });

  everyBrowser("a paste beside the box replaces the text", async ({ browser }) => {
    const page = await open(browser, server.url);
    await set(page, ARTICLE);
    await page.evaluate(() => {
      const text = "Harbour reopens after storm\n\nThe first ships left the harbour at noon on Friday, the port authority said.";
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const clipboard = { clipboardData, data: text, dataType: "text/plain" };
      document.body.dispatchEvent(new ClipboardEvent("paste", { ...clipboard, bubbles: true, cancelable: true }));
    });
    await until(page, () => document.querySelector("h1")?.textContent === "Harbour reopens after storm");
  });

  everyBrowser("groups the quotations by speaker and says how many there are", async ({ browser }) => {
    const page = await open(browser, server.url);
    await paste(page, ARTICLE);
    const groups = await page.$$eval(".voice", (groups) =>
      groups.map((group) => [group.querySelector("h3").textContent, new Set([...group.querySelectorAll("[data-speaker]")].map((i) => i.dataset.speaker)).size]),
    );
    assert.ok(groups.some(([speaker]) => speaker === "Ilse Moor"), JSON.stringify(groups));
    assert.ok(groups.filter(([speaker]) => !/^No/.test(speaker)).every(([, speakers]) => speakers === 1), "one speaker a group");
    const status = await text(page, "[role=status]");
    assert.match(status, /^\d+ paragraphs?, \d+ quotations?, (all attributed|\d+ not attributed)\.$/);
    assert.equal(await page.$$eval("[data-quotation]", (items) => items.length), await page.$$eval("[data-speaker]", (items) => items.length));
    assert.equal(await page.$$eval("[data-entity]", (items) => items.length), await page.$$eval("[data-name]", (items) => items.length));
    const names = await page.$$eval("[data-name]", (items) => items.map((item) => item.dataset.name));
    assert.ok(names.includes("Ilse Moor") && names.includes("Tomas Brandt"), names.join());
  });

  everyBrowser("what is chosen in one place shows in the others", async ({ browser }) => {
    const page = await open(browser, server.url);
    await paste(page, ARTICLE);
    // From the list to the article, and back with Escape.
    await click(page, "[data-quotation] .actions button");
    await until(page, () => document.activeElement?.closest("article") && document.querySelector("article .said.chosen"));
    const id = await page.$eval(".item.chosen", (item) => item.dataset.quotation);
    await page.keyboard.press("Escape");
    await until(page, (id) => document.activeElement?.closest("[data-quotation]")?.dataset.quotation === id, id);
    // From the article to the list of names, and to all mentions.
    await click(page, "article .person[data-m]");
    await until(page, () => document.querySelector(".name.chosen"));
    assert.equal(await page.$eval("#tab-names", (tab) => tab.getAttribute("aria-selected")), "true");
    const [name, lit] = await page.evaluate(() => [
      document.querySelector(".name.chosen").dataset.name,
      [...document.querySelectorAll("article .lit")].map((e) => e.textContent),
    ]);
    assert.ok(lit.length >= 1 && lit.some((words) => name.includes(words)), `${name}: ${lit}`);
    // From the article to the list of quotations.
    await click(page, "article .said.direct:not([data-m])");
    await until(page, () => document.querySelector(".item.chosen") && !document.querySelector("#panel-quotations").hidden);
  });

  everyBrowser("says why", async ({ browser }) => {
    const page = await open(browser, server.url);
    await paste(page, ARTICLE);
    await click(page, "[data-quotation] .actions button:nth-child(2)");
    await until(page, () => document.querySelector(".why:not([hidden])"));
    assert.match(await text(page, ".why:not([hidden])"), /^Why .+\? .+\./);
    assert.ok(await page.$("article .evidence"), "the words that it rests on are marked");
  });

  everyBrowser("works by keyboard", async ({ browser }) => {
    const page = await open(browser, server.url);
    await paste(page, SAMPLE);
    await page.focus("#article");
    // The chosen quotation, or the chosen mention of a name.
    await page.evaluate(() => {
      globalThis.chosen = () => {
        const mentions = [...document.querySelectorAll(".name.chosen .mentions li")];
        const name = document.querySelector(".name.chosen");
        return document.querySelector(".item.chosen")?.id ?? (name && `${name.id} ${mentions.findIndex((m) => m.className === "here")}`);
      };
    });
    const press = async (key) => {
      const before = await page.evaluate(() => chosen());
      await page.keyboard.press(key);
      await until(page, (before) => chosen() !== before && document.activeElement.hasAttribute("data-at"), before);
      return page.evaluate(() => chosen());
    };
    const first = await press("q");
    assert.match(first, /^quotation-/);
    const second = await press("q");
    assert.notEqual(second, first);
    assert.equal(await press("Q"), first);
    assert.match(await press("e"), /^name-/);
    const there = await press("j");
    await press("j");
    assert.equal(await press("k"), there);
    await press("u");
    assert.match(await text(page, ".voice.none .item.chosen .words"), /Somebody must blink/);
    await page.keyboard.press("w");
    await until(page, () => document.querySelector(".item.chosen .why:not([hidden])"));
    await page.keyboard.press("Enter");
    await until(page, () => document.activeElement?.closest(".item.chosen"));
    await page.keyboard.press("Escape");
    await until(page, () => document.activeElement?.closest("article"));
    await page.keyboard.press("?");
    await until(page, () => document.querySelector("dialog[open]"));
    await page.keyboard.press("Escape");
    await until(page, () => !document.querySelector("dialog"));
  });

  everyBrowser("typing is analysed once it rests, and letters typed are not commands", async ({ browser }) => {
    const page = await open(browser, server.url);
    await page.focus("#article-input");
    await page.keyboard.type("Quay jammed");
    await ready(page);
    assert.equal(await text(page, "article"), "Quay jammed");
    await page.keyboard.type(" again");
    await until(page, () => document.querySelector("article")?.textContent === "Quay jammed again");
    assert.equal(await page.evaluate(() => document.activeElement.id), "article-input");
    assert.equal(await page.$eval("#article-input", (area) => area.selectionStart), "Quay jammed again".length);
  });

  everyBrowser("clears, and undo brings the text back", async ({ browser }) => {
    const page = await open(browser, server.url);
    const typed = "Ferry crews voted on Wednesday to end a strike.";
    await page.focus("#article-input");
    await page.keyboard.type(typed);
    await ready(page);
    await page.evaluate(() => [...document.querySelectorAll(".actions button")].find((b) => b.textContent === "Clear").click());
    await until(page, () => document.body.dataset.state === "empty");
    assert.equal(await page.$eval("#article-input", (area) => area.value), "");
    assert.equal(await page.$("article"), null);
    await page.keyboard.down("Control");
    await page.keyboard.press("z", { commands: ["Undo"] });
    await page.keyboard.up("Control");
    await ready(page);
    assert.equal(await page.$eval("#article-input", (area) => area.value), typed);
  });

  everyBrowser("keeps the text over a reload only where that was asked", async ({ browser }) => {
    const page = await open(browser, server.url);
    await paste(page, ARTICLE);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.reload();
    await page.waitForSelector('body[data-state="empty"]');
    const remember = () => page.evaluate(() => [...document.querySelectorAll(".switch input")].at(-1).click());
    await remember();
    await paste(page, ARTICLE);
    await page.reload();
    await ready(page);
    assert.equal(await text(page, "h1"), "Ferry strike ends after night of talks");
    await page.evaluate(() => [...document.querySelectorAll("button")].find((b) => b.textContent === "Clear everything").click());
    await until(page, () => document.body.dataset.state === "empty");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.reload();
    await page.waitForSelector('body[data-state="empty"]');
  });

  everyBrowser("reads the sample, one click away", async ({ browser }) => {
    const page = await open(browser, server.url);
    await page.evaluate(() => [...document.querySelectorAll("button")].find((b) => b.textContent === "Read a sample").click());
    await ready(page);
    const speakers = new Set((await quotations(page)).map(([speaker]) => speaker));
    for (const name of ["Ilse Moor", "Hal Brandt", "Tomas Reyes", "Grace Adeyemi", ""]) {
      assert.ok(speakers.has(name), `${name || "nobody"} among ${[...speakers]}`);
    }
  });

  everyBrowser("the text of the article is the pasted text, in order", async ({ browser }) => {
    const page = await open(browser, server.url);
    for (const source of [ARTICLE, SAMPLE]) {
      await set(page, source);
      assert.equal(words(await text(page, "article")), words(source));
    }
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("article")));
    assert.equal(words(await page.evaluate(() => getSelection().toString())), words(SAMPLE));
  });

  everyBrowser("survives what clipboards hold", async ({ browser }) => {
    const page = await open(browser, server.url);
    for (const odd of ["\ud800 half a sign \udc00", "\u0000\u0001\u0002", "“".repeat(500), "🇺🇦 “é”\u202e", "\r\n\r\n\t x", "<b>&amp;</b>"]) {
      await set(page, odd);
      assert.equal(await state(page), "ready", JSON.stringify(odd));
    }
    assert.deepEqual(page.faults, []);
  });

  everyBrowser("speaks plainly of a text that is not an English article", async ({ browser }) => {
    const page = await open(browser, server.url);
    await set(page, "Le port reste fermé. « Nous sommes fatigués », a déclaré la présidente du syndicat des dockers, qui refuse de reprendre le travail avant vendredi. Les navires attendent au large depuis lundi soir.");
    const notes = await page.$eval("#panel-notes", (panel) => panel.textContent);
    assert.match(notes, /does not look like English/);
    await set(page, "milk, eggs, 2 onions");
    assert.match(await text(page, "#panel-quotations"), /Nobody is quoted/);
  });

  everyBrowser("gives the analysis away as files", async ({ browser }) => {
    const page = await open(browser, server.url);
    await paste(page, ARTICLE);
    await page.evaluate(() => {
      globalThis.files = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => (globalThis.files.push(blob), make(blob));
    });
    const save = async (name) => {
      await page.evaluate((name) => [...document.querySelectorAll("button")].find((b) => b.textContent === `Download ${name}`).click(), name);
      return page.evaluate(() => globalThis.files.pop().text());
    };
    const json = JSON.parse(await save("lede.json"));
    assert.equal(json.format, 1);
    assert.equal(json.text, ARTICLE);
    assert.ok(json.quotations.length > 0);
    assert.match(await save("quotations.csv"), /^id,place,kind,speaker,/);
    assert.match(await save("quotations.md"), /^# Ferry strike ends after night of talks\n/);
    assert.deepEqual(page.faults, []);
  });

  for (const dark of [false, true]) {
    everyBrowser(
      `axe finds nothing in any tab, in the editor, in the help (${dark ? "dark" : "light"})`,
      async ({ browser }) => {
        const page = await open(browser, server.url);
        await set(page, SAMPLE);
        for (const tab of ["names", "notes", "export", "quotations"]) {
          await click(page, `#tab-${tab}`);
          assert.deepEqual(await axe(page), [], tab);
        }
        await click(page, "[data-quotation] .actions button:nth-child(2)");
        assert.deepEqual(await axe(page), [], "why");
        await click(page, "[data-entity] button");
        await click(page, "#tab-names");
        assert.deepEqual(await axe(page), [], "a name");
        await page.evaluate(() => [...document.querySelectorAll("button")].find((b) => b.textContent === "Edit text").click());
        assert.deepEqual(await axe(page), [], "editing");
        await page.evaluate(() => [...document.querySelectorAll("button")].find((b) => b.textContent === "Help").click());
        await page.waitForSelector("dialog[open]");
        assert.deepEqual(await axe(page), [], "help");
      },
      { dark },
    );
  }

  everyBrowser("every line of a reported clause has its line below", async ({ browser }) => {
    const page = await open(browser, server.url);
    await page.setViewport({ width: 390, height: 900 });
    await paste(page, SAMPLE);
    await ready(page);
    const lines = await page.evaluate(() => {
      const clauses = [...document.querySelectorAll(".row .indirect")];
      const longest = clauses.sort((a, b) => b.getClientRects().length - a.getClientRects().length)[0];
      longest.scrollIntoView({ block: "center", behavior: "instant" });
      const size = parseFloat(getComputedStyle(longest).fontSize);
      // style.css places the line 0.76 em below the middle of the words.
      return [...longest.getClientRects()].map((r) => ({
        x: r.x, y: r.y + r.height / 2 + 0.76 * size - 3, width: r.width, height: 6,
      }));
    });
    assert.ok(lines.length > 1, "a clause of several lines");
    const image = await page.screenshot({ encoding: "base64" });
    const canvas = await browser.newPage();
    const inked = await canvas.evaluate(PART_OF_COLUMNS_WITH_INK, image, lines);
    // A third of each line is dots; the letters that reach so low are fewer.
    for (const part of inked) assert.ok(part > 0.2, `a line below: ${inked}`);
  });

  everyBrowser("nothing is cut off at 320 pixels", async ({ browser }) => {
    const page = await open(browser, server.url);
    await page.setViewport({ width: 320, height: 640 });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok((await wide()) <= 0, "empty");
    await set(page, SAMPLE);
    assert.ok((await wide()) <= 0, "with a result");
  });
});
