// Run by `cargo xtask bench`: how long the engine alone takes, as WebAssembly in Node. The arguments are the module of
// `benches/wasm/engine.rs` and the file with the article.

import { readFileSync } from "node:fs";

const [module, article] = process.argv.slice(2);
const compiled = await WebAssembly.compile(readFileSync(module));
const { exports } = await WebAssembly.instantiate(compiled, {});
for (const byte of readFileSync(article)) exports.push(byte);

exports.run(200);
const times = [];
for (let round = 0; round < 40; round += 1) {
  const start = performance.now();
  exports.run(10);
  times.push((performance.now() - start) / 10);
}
times.sort((a, b) => a - b);
console.log(`an article: fastest of 40 rounds ${times[0].toFixed(3)} ms, middle ${times[20].toFixed(3)} ms`);
