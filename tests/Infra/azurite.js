// An Azurite of its own on free ports, and its account as infra/backup.mjs takes one.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The development account's name and key, the same in every Azurite and published with it. A real account takes no key.
const name = 'devstoreaccount1';
const key = Buffer.from('Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==', 'base64');

/** Starts one. */
export async function startAzurite() {
  const folder = mkdtempSync(join(tmpdir(), 'hsvo-azurite-'));
  const process_ = spawn(process.execPath, [
    process.env.AZURITE, '--location', folder, '--blobPort', '0', '--queuePort', '0', '--tablePort', '0', '--silent', '--skipApiVersionCheck',
    '--disableTelemetry',
  ], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ports = {};
  let heard = '';
  for await (const chunk of process_.stdout) {
    heard += chunk;
    for (const [, service, port] of heard.matchAll(/Azurite (Blob|Queue|Table) service is successfully listening at http:\/\/127\.0\.0\.1:(\d+)/g)) {
      ports[service] = port;
    }

    if (Object.keys(ports).length === 3) {
      break;
    }
  }

  if (Object.keys(ports).length !== 3) {
    throw new Error(`Azurite did not start: ${heard}`);
  }

  return {
    account: {
      name,
      tables: `http://127.0.0.1:${ports.Table}/${name}`,
      blobs: `http://127.0.0.1:${ports.Blob}/${name}`,
      authorize,
    },
    async stop() {
      const ended = new Promise(resolve => process_.once('exit', resolve));
      process_.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// Shared Key, as https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key has it: of tables the Lite form.
function authorize({ method, address, headers, body }) {
  const url = new URL(address);
  const resource = `/${name}${url.pathname}`;
  const isTable = 'DataServiceVersion' in headers;
  const length = body === undefined || body.length === 0 ? '' : String(Buffer.byteLength(body));
  const msHeaders = Object.keys(headers).filter(h => h.startsWith('x-ms-')).sort().map(h => `${h}:${headers[h]}\n`).join('');
  const query = [...url.searchParams].sort(([a], [b]) => a < b ? -1 : 1).map(([n, v]) => `\n${n.toLowerCase()}:${v}`).join('');
  const text = isTable
    ? `${headers['x-ms-date']}\n${resource}`
    : `${[method, '', '', length, '', headers['Content-Type'] ?? '', '', '', '', headers['If-None-Match'] ?? '', '', ''].join('\n')}\n${msHeaders}${resource}${query}`;
  headers.Authorization = `SharedKey${isTable ? 'Lite' : ''} ${name}:${createHmac('sha256', key).update(text, 'utf8').digest('base64')}`;
}
