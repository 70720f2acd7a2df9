// The form in one file, opened from the disk: module, glue and worker script are in the page itself, because a page from
// a file may load nothing.
"use strict";

const ledeWorkerUrl = () => {
  const part = (id) => document.getElementById(id).textContent;
  const script = new Blob([part("lede-glue"), "\n", part("lede-worker")], { type: "text/javascript" });
  return URL.createObjectURL(script);
};

const ledeModule = async () => {
  const packed = atob(document.getElementById("lede-module").textContent);
  const bytes = Uint8Array.from(packed, (byte) => byte.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
};
