// The rules hold of the Bicep files, and each rule is seen to fail: by a file of its own in fixtures/, broken in that way alone.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { projectOf, readProject, root } from './project.js';
import { rules } from './rules.js';

const fixtures = join(import.meta.dirname, 'fixtures');
const real = readProject(root);

const found = (project, rule) => [...rules[rule](project)].map(f => `${f.file}:${f.line}: ${f.message}`);

test('There are files to look at', () => {
  assert.ok(real.files.some(f => f.name === 'azure.bicep'));
  assert.ok(real.files.filter(f => f.isParameters).length >= 2);
});

describe('The Bicep files', () => {
  for (const rule of Object.keys(rules)) {
    test(rule, () => assert.deepEqual(found(real, rule), []));
  }
});

describe('A broken file', () => {
  // A fixture's first line is "// breaks: <rule>"; each line that breaks it ends in "// here".
  const broken = readdirSync(fixtures).filter(n => /\.bicep(param)?$/.test(n)).map(name => {
    const project = projectOf(fixtures, [name]);
    const [first, ...lines] = project.files[0].text.split('\n');
    return { name, project, rule: first.replace('// breaks: ', ''), here: lines.flatMap((l, i) => l.endsWith('// here') ? [i + 2] : []) };
  });

  for (const { name, project, rule, here } of broken.filter(b => b.rule !== '// breaks nothing')) {
    test(`${name} breaks: ${rule}`, () => {
      assert.ok(rule in rules, `there is no rule "${rule}"`);
      const lines = [...new Set([...rules[rule](project)].map(f => f.line))].sort((a, b) => a - b);
      assert.deepEqual(lines, here, found(project, rule).join('\n'));
      for (const other of Object.keys(rules).filter(r => r !== rule)) {
        assert.deepEqual(found(project, other), [], `it breaks "${other}" too`);
      }
    });
  }

  test('is there for every rule', () => {
    assert.deepEqual(Object.keys(rules).filter(rule => !broken.some(b => b.rule === rule)), []);
  });
});
