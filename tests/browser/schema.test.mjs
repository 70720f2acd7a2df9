// What `lede` prints, held against schema/analysis-1.schema.json.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';

const root = new URL('../../', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('schema/analysis-1.schema.json', root), 'utf8'));

const article = `Port union rejects ‘reckless’ plan

Leaders to meet again on Friday

By Ana Ruiz, Harbour correspondent

3 February 2025

ARLEN, Feb 3 (Reuters) — The plan is “reckless”, Ilse Moor, head of the port union, said on Monday.

“We start Monday,” Moor told reporters. “Be there.

“They said ‘never’,” she added.

A way out

Hal Brandt and Moor said they would meet again, according to the Herald. The minister believes the port will close.

A senior official, who asked not to be named because he was not allowed to speak, said it cost $3 million.

He called it “a gift and left.
`;

/** The documents that `lede --jsonl` prints for some texts. */
function analyse(texts, ...options) {
  const input = texts.map((text, i) => JSON.stringify({ id: `${i}`, text }) + '\n').join('');
  const command = ['run', '--quiet', '--profile', 'test', '--bin', 'lede', '--', '--jsonl', ...options];
  const run = spawnSync('cargo', command, { cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

/** Every object closed: what the schema does not describe is then an error. The published schema leaves them open,
 * because additions are made within a version. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const fields = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return fields.type === 'object' ? { ...fields, additionalProperties: false } : fields;
}

function validator(schema) {
  return new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
}

/** The articles of the repository's own tests. */
function articles() {
  const folder = new URL('tests/', root);
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.startsWith('articles') && path.endsWith('.txt'))
    .map((path) => readFileSync(new URL(path, folder), 'utf8'));
}

test('documents are what the schema says, and hold nothing else', () => {
  const validate = validator(closed(schema));
  for (const unit of ['codepoint', 'utf16', 'utf8']) {
    for (const document of analyse([article, '', '\0“\r\n»', ...articles()], '--offsets', unit)) {
      assert.ok(validate(document), JSON.stringify(validate.errors, null, 1));
    }
  }
});

test('what is no document is refused', () => {
  const validate = validator(schema);
  const [good] = analyse([article]);
  assert.ok(validate(good));
  const wrongs = [
    (d) => (d.format = 2),
    (d) => (d.offsets = 'words'),
    (d) => (d.quotations[0].kind = 'shouted'),
    (d) => (d.quotations[0].text = ''),
    (d) => (d.quotations[0].start = -1),
    (d) => (d.blocks[0].kind = null),
    (d) => delete d.standfirst,
  ];
  for (const wrong of wrongs) {
    const bad = structuredClone(good);
    wrong(bad);
    assert.ok(!validate(bad), `${wrong}`);
  }
  assert.ok(validate({ ...good, added: 1 }), 'additions are fine');
});

test('an answer to a line that is no article', () => {
  const validate = validator({ $defs: { main: schema }, $ref: `${schema.$id}#/$defs/line` });
  assert.ok(validate({ id: null, error: 'line 3: expected value at column 1' }));
  assert.ok(!validate({ id: 'a', error: 'line 3: expected value at column 1' }));
});
