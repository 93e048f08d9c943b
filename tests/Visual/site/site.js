// Opens every page that site/pages/*.js lists, in both languages, as the people who use it do: wide, narrow, enlarged, by keyboard, without script. Then does
// the tasks that stand there. A file of site/pages exports `pages`, a list of { path, as?, name?, print?, status? }, and `tasks`, a list of { name, as?, run }:
// run({ page, site, press, tabTo, write, look }) does it by keyboard alone, in a browser without script, and throws where it can't. `as` is who is signed in:
// 'reader', 'auditor', 'coordinator', 'reporter:amn'; left out, nobody. A page may be given by a function of the site: path: async (site) => '/…'. One that
// answers a form is what comes of sending it: send: async (page) => …, at its path; and look('name') checks, on the way of a task, the page that it (or
// another window) has come to; a very long one is pictured from its beginning alone: look('name', page, { fullPage: false }).
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { startApp } from './app.js';
import { faultsOfKeyboard, press, tabTo, write } from './keyboard.js';

const [dll, pictures, only] = process.argv.slice(2);
const here = path.dirname(new URL(import.meta.url).pathname);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const files = (await readdir(path.join(here, 'pages'))).filter((f) => f.endsWith('.js') && (!only || f.startsWith(only)));
const faults = [];

await mkdir(pictures, { recursive: true });
const app = await startApp(dll);
const browser = await chromium.launch({ executablePath: process.env.BROWSER, args: ['--no-sandbox'] });
const site = {
  address: app.address,

  /** A browser window of somebody; without script where nothing else is asked for. */
  async open(as, options = {}) {
    const headers = as ? { Authorization: `Bearer ${await app.token(as)}` } : {};
    const context = await browser.newContext({ baseURL: app.address, extraHTTPHeaders: headers, javaScriptEnabled: false, ...options });
    context.setDefaultTimeout(10_000);
    return context;
  },
};

// For people to look at: where nobody does, they only take time.
const picture = process.env.CI ? async () => {} : (page, name, fullPage = true) => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage });

const withLanguage = (address, language) => (language === 'sv' ? address : `${address}${address.includes('?') ? '&' : '?'}lang=${language}`);

// One window of each kind for each caller: pages keep nothing in it.
const windows = new Map();
async function pageIn(kind, as, options) {
  const key = `${kind} ${as}`;
  windows.has(key) || windows.set(key, site.open(as, options));
  return (await windows.get(key)).newPage();
}

async function arrive(page, at, send) {
  const answer = await page.goto(at);
  if (!send) {
    return answer;
  }
  const [sent] = await Promise.all([page.waitForResponse((r) => r.request().isNavigationRequest()), page.waitForEvent('framenavigated'), send(page)]);
  await page.waitForLoadState('load');
  return sent;
}

async function faultsOfAxe(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map((v) => `${v.id}, ${v.help} (${v.nodes.length}: ${v.nodes[0].html})`);
}

async function faultsOfWidth(page) {
  const reach = await page.evaluate(() => document.documentElement.scrollWidth);
  const widest = () => page.evaluate(() => [...document.querySelectorAll('main *, header *, footer *')].find((e) => e.getBoundingClientRect().right > 321)?.outerHTML.slice(0, 120));
  return reach > 320 ? [`is ${reach} wide in a window of 320: ${await widest()}`] : [];
}

// As it stands, in a window of its own with script: its styles are in it, so nothing else is asked for.
async function lookAt(shown, name, { fullPage = true } = {}) {
  const page = await pageIn('looked at', null, { viewport: { width: 1280, height: 900 }, javaScriptEnabled: true });
  await page.setContent(await shown.content());
  const found = await faultsOfAxe(page);
  await picture(page, `${name}-1280`, fullPage);
  await page.setViewportSize({ width: 320, height: 256 });
  found.push(...await faultsOfWidth(page));
  await picture(page, `${name}-320`, fullPage);
  await page.close();
  faults.push(...found.map((fault) => `${name} (${shown.url()}): ${fault}`));
}

async function check({ path: where, as, name, print, send, status = 200 }) {
  const address = typeof where === 'function' ? await where(site) : where;
  const file = (name ?? address).replace(/[^a-z0-9åäö.-]+/gi, '_').replace(/^_+|_+$/g, '') || 'start';
  for (const language of ['sv', 'en']) {
    const at = withLanguage(address, language);
    const fault = (text) => faults.push(`${at}${name ? ` (${name})` : ''}${as ? ` as ${as}` : ''}: ${text}`);

    const wide = await pageIn('wide', as, { viewport: { width: 1280, height: 900 }, javaScriptEnabled: true, bypassCSP: true });
    const answer = await arrive(wide, at, send);
    if (answer.status() !== status) {
      fault(`answers ${answer.status()}, not ${status}`);
    }
    (await faultsOfAxe(wide)).forEach(fault);
    const lang = await wide.evaluate(() => document.documentElement.lang);
    if (lang !== language) {
      fault(`is in ${lang}`);
    }
    await picture(wide, `${file}-${language}-1280`);
    if (print && language === 'sv') {
      await wide.pdf({ path: path.join(pictures, `${file}.pdf`), format: 'A4', printBackground: false });
    }
    await wide.close();

    // Without script, and under the page's own policy. A window of 1280 × 1024 at 400 % is laid out as this one, which is as wide as the narrowest phone.
    const narrow = await pageIn('narrow', as, { viewport: { width: 320, height: 256 } });
    await arrive(narrow, at, send);
    (await faultsOfWidth(narrow)).forEach(fault);
    if (language === 'sv') {
      await narrow.setViewportSize({ width: 390, height: 844 });
      await picture(narrow, `${file}-${language}-390`);
      (await faultsOfKeyboard(narrow)).forEach(fault);
    }
    await narrow.close();
  }
}

async function perform({ name, as, run }) {
  const context = await site.open(as, { viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  try {
    await run({ page, site, press, tabTo, write, look: (what, at = page, options = {}) => lookAt(at, what, options) });
    console.log(`  ${name}`);
  } catch (error) {
    await page.screenshot({ path: path.join(pictures, `failed-${name.replace(/[^a-z0-9]+/gi, '_')}.png`), fullPage: true }).catch(() => {});
    faults.push(`${name}: ${error.message}`);
  }
  await context.close();
}

// Two at a time: an app and a browser have work for two cores.
function atTwo(waiting, work) {
  return Promise.all([0, 1].map(async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await work(next);
    }
  }));
}

try {
  const modules = await Promise.all(files.map((f) => import(path.join(here, 'pages', f))));
  const began = Date.now();
  const waiting = modules.flatMap((m) => m.pages ?? []);
  const count = waiting.length;
  await atTwo(waiting, (page) => check(page).catch((error) => faults.push(`${page.path}: ${error.message}`)));
  console.log(`  ${count} pages in two languages, ${Math.round((Date.now() - began) / 1000)} s`);
  // A file's one after another: what one of them reports, the next may read.
  await atTwo(modules.map((m) => m.tasks ?? []), async (tasks) => {
    for (const task of tasks) {
      await perform(task);
    }
  });
  console.log(`  all, ${Math.round((Date.now() - began) / 1000)} s`);
} finally {
  await browser.close();
  await app.stop();
}

if (faults.length > 0) {
  console.error(faults.map((fault) => `tests/Visual: ${fault}`).join('\n'));
  process.exit(1);
}
