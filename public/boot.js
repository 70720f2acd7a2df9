// Starts the page. Before this, on the page: `wasm_bindgen` (the glue) and either hosted.js or single.js, which define
// ledeModule() → Promise<WebAssembly.Module> and ledeWorkerUrl() → the address of a classic worker script.
"use strict";

(() => {
  // Says in words what went wrong, in front of everything else, and leaves the rest of the page as it is.
  const fail = (heading, advice, error) => {
    console.error(error);
    document.body.dataset.state = "error";
    if (document.querySelector(".failure")) return;
    const box = document.createElement("div");
    box.className = "failure";
    box.setAttribute("role", "alert");
    for (const [tag, words] of [["h1", heading], ["p", advice], ["p", `The browser says: ${error}`]]) {
      box.append(Object.assign(document.createElement(tag), { textContent: words }));
    }
    document.getElementById("starting")?.remove();
    document.body.prepend(box);
  };

  const start = async () => {
    if (typeof WebAssembly !== "object") {
      throw new Error("there is no WebAssembly");
    }
    const module = await ledeModule();
    globalThis.ledeWorker = () => {
      const worker = new Worker(ledeWorkerUrl());
      worker.postMessage(module);
      return worker;
    };
    await wasm_bindgen({ module_or_path: module });
  };

  addEventListener("error", ({ error }) => {
    if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) {
      fail("Lede has stopped", "This is a fault in Lede. Reload the page to go on; copy your text first if you typed any.", error);
    }
  });

  start().catch((error) => {
    const advice =
      typeof WebAssembly !== "object"
        ? "Lede analyses articles with WebAssembly, which is switched off here. Some protected modes (Lockdown Mode, for one) do that: allow it for this page, or use another browser. The README names the command that does the same without a browser."
        : location.protocol === "file:" && typeof LEDE === "object"
          ? "This form of Lede needs a web server. To open it from the disk, open lede.html, which lies beside it."
          : "Reload the page. If that does not help, use a newer browser: Lede needs WebAssembly and DecompressionStream (Chromium 80, Firefox 113, Safari 16.4).";
    fail("Lede could not start", advice, error);
  });
})();
