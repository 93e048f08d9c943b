// What the workflows may do, and whose code they run.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from './project.js';

const folder = join(root, '.github', 'workflows');

const rules = {
  'pins each action to a commit, with its version beside it': text => [...text.matchAll(/^\s*-? ?uses: (.*)$/gm)].map(m => m[1])
    .filter(use => !/^\.\/\.github\/workflows\/[\w-]+\.yml$/.test(use) && !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use)),

  'may read the code at most, and ask for a token where it deploys': text => {
    const granted = [...text.matchAll(/^ *permissions:( \{\})?((?:\n +[\w-]+: \w+)*)/gm)];
    const wrong = granted.flatMap(([, , lines]) => lines.trim().split('\n').map(l => l.trim()))
      .filter(l => l && l !== 'contents: read' && l !== 'id-token: write');
    return /^permissions:( \{\}|\n  contents: read\n)/m.test(text) ? wrong : ['permissions: of the whole workflow'];
  },

  'has no secret': text => [...text.matchAll(/\$\{\{\s*secrets\.[^}]*\}\}|secrets: inherit/g)].map(m => m[0]),

  'leaves no credentials in the working copy': text => [...text.matchAll(/uses: actions\/checkout@.*\n(?!\s+with:\n\s+persist-credentials: false)/g)].map(m => m[0].trim()),

  'lets nothing that others write into a script': text => [...text.matchAll(/\brun: (?:\|\n(?:(?: {10,}.*)?\n)*|.*)/g)].map(m => m[0]).filter(r => r.includes('${{')),

  'ends by itself': text => [...text.matchAll(/\n    runs-on: [^\n]*\n(?!    timeout-minutes: \d)/g)].map(m => m[0].trim()),
};

for (const name of readdirSync(folder)) {
  describe(`The workflow ${name}`, () => {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [rule, faults] of Object.entries(rules)) {
      test(rule, () => assert.deepEqual(faults(text), []));
    }
  });
}

test('Each rule is broken by a workflow that breaks it', () => {
  const text = readFileSync(join(import.meta.dirname, 'fixtures', 'workflow.yml'), 'utf8');
  assert.deepEqual(Object.entries(rules).filter(([, faults]) => faults(text).length === 0).map(([rule]) => rule), []);
});
