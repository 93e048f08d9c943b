// The guide names what there is.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readProject, root } from './project.js';

const guide = readFileSync(join(root, 'infra', 'README.md'), 'utf8');
const main = readProject(root).files.find(f => f.name === 'azure.bicep');
const names = kind => main.declarations.filter(d => d.kind === kind).map(d => d.name);

// Names of Microsoft Graph's.
const foreign = ['principalId', 'resourceId', 'appRoleId'];

test('Each parameter and output that it names is one of azure.bicep', () => {
  const named = [...guide.matchAll(/`([a-z]+[A-Z]\w*)(?: = [^`]*)?`|<(\w+[A-Z]\w*)>/g)].map(m => m[1] ?? m[2]);
  assert.ok(named.length > 10);
  assert.deepEqual(named.filter(n => ![...names('param'), ...names('output'), ...foreign].includes(n)), []);
});

test('Each file that it names is there', () => {
  const files = [...guide.matchAll(/(?:@|`|\s)((?:infra|tests|src|\.github|\.ci)\/[\w./-]+\w)/g)].map(m => m[1]);
  assert.ok(files.length > 8);
  assert.deepEqual(files.filter(f => !existsSync(join(root, f))), []);
});

test('Each file of infra is named', () => {
  const modules = main.declarations.filter(d => d.kind === 'module').map(d => d.target.replace('infra/', ''));
  assert.deepEqual(modules.filter(m => !guide.includes(`\`${m}\``)), []);
});

test('Each variable that the workflow wants is named, and no other', () => {
  const workflow = readFileSync(join(root, '.github', 'workflows', 'deploy-to.yml'), 'utf8');
  const wanted = new Set([...workflow.matchAll(/\bvars\.(\w+)/g)].map(m => m[1]));
  assert.deepEqual(new Set([...guide.matchAll(/`(AZURE_\w+)`/g)].map(m => m[1])), wanted);
});
