// The form on a web server. The build writes before this `const LEDE = {version, module, worker}`: the names of this
// build's files.
"use strict";

const ledeWorkerUrl = () => LEDE.worker;

const ledeModule = async () => {
  const response = await fetch(LEDE.module);
  if (!response.ok) throw new Error(`${LEDE.module}: ${response.status}`);
  // A server that does not know application/wasm is no reason to fail.
  return WebAssembly.compile(await response.arrayBuffer());
};

// Keeps the page for when there is no network. After a newer build has arrived, says so, and reloads only when asked.
if (navigator.serviceWorker && location.protocol !== "file:") {
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (!data?.version || data.version === LEDE.version || document.getElementById("newer")) return;
    const notice = document.createElement("p");
    notice.id = "newer";
    notice.setAttribute("role", "status");
    const reload = Object.assign(document.createElement("button"), { type: "button", textContent: "Reload" });
    reload.addEventListener("click", () => location.reload());
    notice.append("A new version of Lede is ready. ", reload);
    document.body.prepend(notice);
  });
  addEventListener("load", () => {
    navigator.serviceWorker.register("sw.js").catch((error) => console.warn("Lede will not work offline:", error));
  });
}
