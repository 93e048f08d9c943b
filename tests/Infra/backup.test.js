// A backup of one Azurite, restored into an empty one, is the same to the byte: infra/backup.mjs, over the services' real protocol.
import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { compare, restore, save, verify } from '../../infra/backup.mjs';
import { startAzurite } from './azurite.js';

const rowsOfTheLargeTable = 1_234;

describe('A backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hsvo-backup-'));
  let source;
  let target;
  let saved;

  before(async () => {
    [source, target] = await Promise.all([startAzurite(), startAzurite()]);
    await fill(source.account);
    saved = await save(source.account, join(folder, 'saved'));
  });

  after(async () => {
    await Promise.all([source.stop(), target.stop()]);
    rmSync(folder, { recursive: true });
  });

  test('holds every table and every blob, more than a page of each', () => {
    assert.deepEqual(saved.tables.map(t => [t.name, t.rows]), [['reports', rowsOfTheLargeTable + 3], ['plans', 2], ['meetings', 0]]);
    assert.equal(saved.blobs.length, 3);
    assert.deepEqual(verify(join(folder, 'saved')), saved);
  });

  test('restored into an empty account is the same there', async () => {
    await restore(target.account, join(folder, 'saved'));
    await compare(target.account, saved);

    // What was restored, saved anew, is the same file for file but for the index, which says when.
    await save(target.account, join(folder, 'again'));
    const files = readdirSync(join(folder, 'saved'), { recursive: true, withFileTypes: true })
      .filter(f => f.isFile() && f.name !== 'backup.json').map(f => join(f.parentPath ?? f.path, f.name));
    assert.equal(files.length, 3 + 3);
    for (const file of files) {
      assert.ok(readFileSync(file).equals(readFileSync(file.replace(join(folder, 'saved'), join(folder, 'again')))), file);
    }
  });

  test('is told from an account where a row was changed, one is gone or a paper is another', async () => {
    const change = async (method, address, body, headers) => {
      await send(target.account, method, address, body, headers);
      await assert.rejects(compare(target.account, saved), /is not as it was saved/);
    };
    const row = `${target.account.tables}/plans(PartitionKey='uppsala_hsvo-2021',RowKey='newest')`;
    await change('PUT', row, JSON.stringify({ Number: 2 }), { ...json, 'If-Match': '*' });
    await change('DELETE', row, undefined, { ...json, 'If-Match': '*' });
    await send(target.account, 'POST', `${target.account.tables}/plans`, JSON.stringify(newest), json);
    await compare(target.account, saved);
    await change('PUT', `${target.account.blobs}/papers/uppsala/content/aa`, 'other', { 'x-ms-blob-type': 'BlockBlob', 'Content-Type': 'text/html' });
  });

  test('is not restored over what is there', async () => {
    await assert.rejects(restore(source.account, join(folder, 'saved')), /not empty/);
  });

  test('is not saved over what is there', async () => {
    await assert.rejects(save(source.account, join(folder, 'saved')), /not empty/);
  });

  test('that lost or gained a byte is refused', async () => {
    await save(source.account, join(folder, 'damaged'));
    appendFileSync(join(folder, 'damaged', 'tables', 'plans.ndjson'), ' ');
    assert.throws(() => verify(join(folder, 'damaged')), /the table plans is not as it was saved/);
  });

  test('reads a table again when a transaction came between', async () => {
    // The app writes while the first reading is under way.
    const write = () => send(source.account, 'PUT', `${source.account.tables}/reports(PartitionKey='uppsala_hsvo-2021',RowKey='stamp')`, '{}', json);
    let readings = 0;
    const busy = {
      ...source.account,
      tables: source.account.tables,
      authorize(request) {
        source.account.authorize(request);
        if (/\/reports\(\)$/.test(request.address) && ++readings === 1) {
          writing = write();
        }
      },
    };
    let writing;
    await save(busy, join(folder, 'busy'));
    await writing;
    assert.equal(readings, 2);
  });
});

const json = { 'Content-Type': 'application/json', Accept: 'application/json;odata=nometadata', DataServiceVersion: '3.0;NetFx' };

const newest = {
  PartitionKey: 'uppsala_hsvo-2021', RowKey: 'newest', Number: 1, IsExample: false, At: '2021-05-08T12:34:56.1234567Z', 'At@odata.type': 'Edm.DateTime',
  Large: '9007199254740993', 'Large@odata.type': 'Edm.Int64', Id: '0b2f1d6e-7a4c-4d53-9d35-0a6d0d9a2f11', 'Id@odata.type': 'Edm.Guid',
  Bytes: 'w6XDpMO2', 'Bytes@odata.type': 'Edm.Binary', Content: '{"value":1.5,"text":"å \\"ä\\" ö\\n"}',
};

async function fill(account) {
  for (const table of ['reports', 'plans', 'meetings']) {
    await send(account, 'POST', `${account.tables}/Tables`, JSON.stringify({ TableName: table }), json);
  }

  const rows = Array.from({ length: rowsOfTheLargeTable }, (_, i) => ({
    PartitionKey: 'uppsala_hsvo-2021', RowKey: `log_2021-05_2.1.2.i1_ubn_${String(i).padStart(6, '0')}`, Content: JSON.stringify({ comment: `Svar ${i}: väntar på beslut` }),
  }));
  for (let i = 0; i < rows.length; i += 50) {
    await Promise.all(rows.slice(i, i + 50).map(row => send(account, 'POST', `${account.tables}/reports`, JSON.stringify(row), json)));
  }

  for (const partition of ['uppsala_hsvo-2019', 'uppsala_hsvo-2021']) {
    await send(account, 'POST', `${account.tables}/reports`, JSON.stringify({ PartitionKey: partition, RowKey: 'stamp' }), json);
  }

  await send(account, 'POST', `${account.tables}/reports`, JSON.stringify({ PartitionKey: 'uppsala_hsvo-2019', RowKey: 'cell_x', Content: "it's & <that>" }), json);
  await send(account, 'POST', `${account.tables}/plans`, JSON.stringify(newest), json);
  await send(account, 'POST', `${account.tables}/plans`, JSON.stringify({ PartitionKey: 'uppsala', RowKey: 'plan_hsvo-2021' }), json);
  await send(account, 'PUT', `${account.blobs}/papers?restype=container`);
  await send(account, 'PUT', `${account.blobs}/empty?restype=container`);
  const paper = { 'x-ms-blob-type': 'BlockBlob' };
  await send(account, 'PUT', `${account.blobs}/papers/uppsala/content/aa`, '<p>Läge</p>', { ...paper, 'Content-Type': 'text/html; charset=utf-8' });
  await send(account, 'PUT', `${account.blobs}/papers/uppsala/content/bb`, Buffer.from([0, 255, 10, 13]), { ...paper, 'Content-Type': 'application/octet-stream' });
  await send(account, 'PUT', `${account.blobs}/papers/uppsala/meetings/2021-05/sealed.json`, '{}', { ...paper, 'Content-Type': 'application/json' });
}

async function send(account, method, address, body, headers = {}) {
  const request = { method, address, body, headers: { ...headers, 'x-ms-version': '2021-12-02', 'x-ms-date': new Date().toUTCString() } };
  account.authorize(request);
  const response = await fetch(address, { method, body, headers: request.headers });
  assert.ok(response.ok, `${method} ${address}: ${response.status} ${await response.text()}`);
}
