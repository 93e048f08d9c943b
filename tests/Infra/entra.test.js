// The app registration's files and the app agree.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, source } from './project.js';

const read = name => JSON.parse(readFileSync(join(root, 'infra', 'entra', name), 'utf8'));

test('The app roles are the roles of the app, in lower case', () => {
  assert.deepEqual(read('app-roles.json').map(r => r.value), source.roles.map(r => r.toLowerCase()));
});

test('Each app role can be given to people and to systems, and has an id of its own', () => {
  const roles = read('app-roles.json');
  assert.ok(roles.every(r => r.isEnabled && r.description && r.allowedMemberTypes.join() === 'User,Application'));
  assert.equal(new Set(roles.map(r => r.id)).size, roles.length);
});

test("Power BI's clients are let in by the scope that there is", () => {
  const [scope] = read('api.json').api.oauth2PermissionScopes;
  assert.equal(scope.value, 'user_impersonation');
  assert.ok(read('power-bi.json').api.preAuthorizedApplications.every(a => a.delegatedPermissionIds.join() === scope.id));
});

test('Tokens are of version 2', () => assert.equal(read('api.json').api.requestedAccessTokenVersion, 2));

test('Tokens tell systems from people, and the groups that were given a role', () => {
  const registration = read('api.json');
  assert.deepEqual(registration.optionalClaims.accessToken.map(c => c.name), ['idtyp']);
  assert.equal(registration.groupMembershipClaims, 'ApplicationGroup');
});
