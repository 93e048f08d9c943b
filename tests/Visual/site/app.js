// The app as it runs locally, with its own storage and the example data, once for all checks.
import { spawn, execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const patience = 90_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts the app; resolves when it has printed its addresses, and the example is there. */
export async function startApp(dll) {
  const data = await mkdtemp(path.join(tmpdir(), 'hsvo-visual-'));
  const port = await freePort();
  const child = spawn('dotnet', [dll, '--port', `${port}`, '--own-storage', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the app didn't start:\n${log}`)), patience);
    const read = (chunk) => {
      log += chunk;
      if (log.includes('Ctrl-C')) {
        clearTimeout(late);
        resolve();
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then(() => reject(new Error(`the app ended:\n${log}`)));
  });

  const tokens = new Map();
  return {
    address: `http://127.0.0.1:${port}`,

    /** A development token: of 'reader', 'auditor', 'coordinator', or 'reporter:amn'. */
    token(as) {
      const [role, department] = as.split(':');
      const asked = [dll, 'token', '--role', role, ...(department ? ['--department', department] : []), '--data', data];
      tokens.has(as) || tokens.set(as, promisify(execFile)('dotnet', asked).then(({ stdout }) => stdout.trim().split('\n').at(-1).trim()));
      return tokens.get(as);
    },

    async stop() {
      child.kill('SIGINT');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}
