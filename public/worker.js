// A worker's script, after the glue. The first message is the compiled module; what comes before the module has started
// is kept and handed on.
"use strict";

onmessage = async ({ data: module }) => {
  const early = [];
  onmessage = (event) => early.push(event);
  try {
    await wasm_bindgen({ module_or_path: module });
  } catch (error) {
    // A rejected promise would not reach the page's `worker.onerror`.
    setTimeout(() => {
      throw error;
    });
  }
  early.forEach((event) => onmessage(event));
};
