// Saves all tables and blobs of the data account to a folder, and restores such a folder into an empty account. Node 20 alone; README.md says when.
//
//   node infra/backup.mjs save    <account> <folder>
//   node infra/backup.mjs restore <account> <folder>
//   node infra/backup.mjs verify  <folder>
//
// Whoever runs it is signed in (az login) and has the roles that README.md names; no key is used.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const version = '2021-12-02';
const attempts = 5;
const together = 16;

/** An account: the addresses of its services, and how a request to it is authorized. */
export function azureAccount(name) {
  let token;
  return {
    name,
    tables: `https://${name}.table.core.windows.net`,
    blobs: `https://${name}.blob.core.windows.net`,
    authorize(request) {
      // A token lasts an hour at least; az keeps it and hands out the next in time.
      if (!token || Date.now() - token.at > 10 * 60_000) {
        const given = execFileSync('az', ['account', 'get-access-token', '--resource', 'https://storage.azure.com/', '--query', 'accessToken', '--output', 'tsv']);
        token = { text: given.toString().trim(), at: Date.now() };
      }

      request.headers.Authorization = `Bearer ${token.text}`;
    },
  };
}

/** Saves an account to a folder that isn't there yet. Returns what was saved. */
export async function save(account, folder) {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty`);
  }

  // Papers first: each answer that one of them mentions is then among the reports read after it. Likewise reports before the plans and meetings
  // that they hang on.
  const blobs = [];
  for (const container of await listContainers(account)) {
    for (const blob of await listBlobs(account, container)) {
      const response = await send(account, 'GET', `${account.blobs}/${container}/${addressOf(blob)}`);
      const content = Buffer.from(await response.arrayBuffer());
      write(join(folder, 'blobs', container, fileOf(blob)), content);
      blobs.push({ container, name: blob, contentType: response.headers.get('content-type'), length: content.length, sha256: sha256(content) });
    }
  }

  const tables = [];
  for (const table of (await listTables(account)).sort().reverse()) {
    const content = linesOf(await readSettled(account, table));
    write(join(folder, 'tables', `${table}.ndjson`), content);
    tables.push({ name: table, rows: countOf(content), sha256: sha256(content) });
  }

  const index = { account: account.name, savedAt: new Date().toISOString(), tables, blobs };
  // Last: a folder without it is no backup.
  write(join(folder, 'backup.json'), `${JSON.stringify(index, null, 2)}\n`);
  return index;
}

/** Checks that a folder holds what its index says, to the byte. Returns the index. */
export function verify(folder) {
  const index = JSON.parse(readFileSync(join(folder, 'backup.json'), 'utf8'));
  for (const table of index.tables) {
    expect(`the table ${table.name}`, sha256(readFileSync(join(folder, 'tables', `${table.name}.ndjson`))), table.sha256);
  }

  for (const blob of index.blobs) {
    expect(`${blob.container}/${blob.name}`, sha256(readFileSync(join(folder, 'blobs', blob.container, fileOf(blob.name)))), blob.sha256);
  }

  return index;
}

/** Restores a folder into an account that holds nothing, then reads the account back and compares. Returns the index. */
export async function restore(account, folder) {
  const index = verify(folder);
  const there = await listTables(account);
  for (const container of await listContainers(account)) {
    there.push(...await listBlobs(account, container));
  }

  if (there.length > 0) {
    throw new Error(`the account is not empty: ${there[0]}; restore into a new one`);
  }

  for (const { name } of index.tables) {
    await send(account, 'POST', `${account.tables}/Tables`, JSON.stringify({ TableName: name }), tableHeaders);
    const rows = readFileSync(join(folder, 'tables', `${name}.ndjson`), 'utf8').split('\n').filter(Boolean);
    await each(rows, row => send(account, 'POST', `${account.tables}/${name}`, row, { ...tableHeaders, Prefer: 'return-no-content' }));
  }

  for (const container of new Set(index.blobs.map(b => b.container))) {
    await send(account, 'PUT', `${account.blobs}/${container}?restype=container`, undefined, {}, [409]);
  }

  await each(index.blobs, blob => send(account, 'PUT', `${account.blobs}/${blob.container}/${addressOf(blob.name)}`,
    readFileSync(join(folder, 'blobs', blob.container, fileOf(blob.name))),
    { 'Content-Type': blob.contentType, 'If-None-Match': '*', 'x-ms-blob-type': 'BlockBlob' }));

  await compare(account, index);
  return index;
}

/** Compares what an account holds with what an index says. */
export async function compare(account, index) {
  expect('the tables', (await listTables(account)).sort().join(), index.tables.map(t => t.name).sort().join());
  for (const table of index.tables) {
    expect(`the table ${table.name}`, sha256(linesOf(await readTable(account, table.name))), table.sha256);
  }

  const there = [];
  for (const container of await listContainers(account)) {
    there.push(...(await listBlobs(account, container)).map(blob => `${container}/${blob}`));
  }

  expect('the blobs', there.sort().join(), index.blobs.map(b => `${b.container}/${b.name}`).sort().join());
  await each(index.blobs, async blob => {
    const response = await send(account, 'GET', `${account.blobs}/${blob.container}/${addressOf(blob.name)}`);
    expect(`${blob.container}/${blob.name}`, sha256(Buffer.from(await response.arrayBuffer())), blob.sha256);
    expect(`${blob.container}/${blob.name}`, response.headers.get('content-type'), blob.contentType);
  });
}

const tableHeaders = { Accept: 'application/json;odata=minimalmetadata', 'Content-Type': 'application/json', DataServiceVersion: '3.0;NetFx' };

// Each transaction of the app renews its partition's stamp: where no stamp is new, the pages read between belong together.
async function readSettled(account, table) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await readStamps(account, table);
    const rows = await readTable(account, table);
    if (before === await readStamps(account, table)) {
      return rows;
    }
  }

  throw new Error(`the table ${table} is written to all the time: stop the app first`);
}

const readStamps = async (account, table) =>
  JSON.stringify((await readTable(account, table, "RowKey eq 'stamp'")).map(r => [r.PartitionKey, r.Timestamp]));

async function listTables(account) {
  const names = [];
  for (let next = ''; next !== null;) {
    const response = await send(account, 'GET', `${account.tables}/Tables${next && `?NextTableName=${encodeURIComponent(next)}`}`, undefined, tableHeaders);
    names.push(...(await response.json()).value.map(t => t.TableName));
    next = response.headers.get('x-ms-continuation-nexttablename');
  }

  return names;
}

async function readTable(account, table, filter) {
  const rows = [];
  for (let next = {}; next !== null;) {
    const query = new URLSearchParams({ ...filter && { $filter: filter }, ...next }).toString().replaceAll('+', '%20');
    const response = await send(account, 'GET', `${account.tables}/${table}()${query && `?${query}`}`, undefined, tableHeaders);
    const text = await response.text();
    // 1.0 would come back as the integer 1. The app stores none.
    if (/[:,[]\s*-?\d+[.eE]/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'))) {
      throw new Error(`the table ${table} holds a number with decimals, which this script can't keep exactly`);
    }

    rows.push(...JSON.parse(text).value);
    const partition = response.headers.get('x-ms-continuation-nextpartitionkey');
    const row = response.headers.get('x-ms-continuation-nextrowkey');
    next = partition === null ? null : { NextPartitionKey: partition, ...row !== null && { NextRowKey: row } };
  }

  return rows;
}

// One row a line, as it is inserted: without what the service itself sets, keys and properties in order.
function linesOf(rows) {
  return rows
    .map(row => Object.fromEntries(Object.entries(row).filter(([name]) => !/^(odata\.|Timestamp(@|$))/.test(name)).sort(([a], [b]) => order(a, b))))
    .sort((a, b) => order(a.PartitionKey, b.PartitionKey) || order(a.RowKey, b.RowKey))
    .map(row => `${JSON.stringify(row)}\n`)
    .join('');
}

async function listContainers(account) {
  return (await listed(account, account.blobs, 'comp=list', 'Container')).filter(name => !name.startsWith('$'));
}

const listBlobs = (account, container) => listed(account, `${account.blobs}/${container}`, 'restype=container&comp=list', 'Blob');

async function listed(account, address, query, element) {
  const names = [];
  for (let marker = ''; ;) {
    const response = await send(account, 'GET', `${address}?${query}${marker && `&marker=${encodeURIComponent(marker)}`}`);
    const xml = await response.text();
    names.push(...[...xml.matchAll(new RegExp(`<${element}>.*?<Name>(.*?)</Name>`, 'gs'))].map(m => unescaped(m[1])));
    marker = unescaped(xml.match(/<NextMarker>(.*?)<\/NextMarker>/s)?.[1] ?? '');
    if (!marker) {
      return names;
    }
  }
}

async function send(account, method, address, body, headers = {}, accepted = []) {
  for (let attempt = 1; ; attempt++) {
    const request = { method, address, headers: { ...headers, 'x-ms-version': version, 'x-ms-date': new Date().toUTCString() }, body };
    account.authorize(request);
    let response;
    try {
      response = await fetch(address, { method, headers: request.headers, body, signal: AbortSignal.timeout(60_000) });
    } catch (error) {
      if (attempt === attempts) {
        throw error;
      }
    }

    // A write that is tried again may find itself: inserting what is there is 409, as it was before for nobody else writes.
    if (response?.ok || accepted.includes(response?.status) || (attempt > 1 && method !== 'GET' && response?.status === 409)) {
      return response;
    }

    if (response && response.status < 500 && response.status !== 429 || attempt === attempts) {
      throw new Error(`${method} ${address}: ${response.status} ${(await response.text()).slice(0, 500)}`);
    }

    await new Promise(resolve => setTimeout(resolve, 200 * 2 ** attempt));
  }
}

async function each(items, act) {
  const waiting = [...items].reverse();
  await Promise.all(Array.from({ length: together }, async () => {
    while (waiting.length > 0) {
      await act(waiting.pop());
    }
  }));
}

function expect(what, found, expected) {
  if (found !== expected) {
    throw new Error(`${what} is not as it was saved: ${found} instead of ${expected}`);
  }
}

// Blob names are the app's own, of its ids and hashes; one that could lead out of the folder is nobody's.
function fileOf(blob) {
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(blob) || blob.split('/').some(part => /^\.+$/.test(part))) {
    throw new Error(`no file can have the name of the blob ${blob}`);
  }

  return join(...blob.split('/'));
}

const addressOf = blob => blob.split('/').map(encodeURIComponent).join('/');

const unescaped = xml => xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]);

const order = (a, b) => a < b ? -1 : a > b ? 1 : 0;

const sha256 = content => createHash('sha256').update(content).digest('hex');

const countOf = lines => lines.split('\n').length - 1;

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

async function main([verb, ...given]) {
  const [account, folder] = verb === 'verify' ? [null, given[0]] : [given[0] && azureAccount(given[0]), given[1]];
  const run = { save: () => save(account, folder), restore: () => restore(account, folder), verify: () => verify(folder) }[verb];
  if (!run || !folder) {
    throw new Error('usage: node infra/backup.mjs save|restore <account> <folder>, or verify <folder>');
  }

  const index = await run();
  for (const table of index.tables) {
    console.log(`${table.name}: ${table.rows} rows`);
  }

  console.log(`${index.blobs.length} blobs, saved ${index.savedAt} from ${index.account}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(process.argv.slice(2)).catch(error => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
