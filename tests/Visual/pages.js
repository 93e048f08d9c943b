// Opens each page in a browser, wide and narrow: it must not scroll sideways, and axe must find nothing.
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [folder, pictures] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const names = (await readdir(folder)).filter((name) => name.endsWith('.html'));
const faults = names.length === 0 ? [`no pages in ${folder}`] : [];

const browser = await chromium.launch({ executablePath: process.env.BROWSER, args: ['--no-sandbox'] });
for (const name of names) {
  for (const width of [1100, 360]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(pathToFileURL(path.join(folder, name)).href);
    const reach = await page.evaluate(() => document.documentElement.scrollWidth);
    if (reach > width) {
      faults.push(`${name} is ${reach} wide in a window of ${width}`);
    }

    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    faults.push(...violations.map((v) => `${name} at ${width}: ${v.id}, ${v.help} (${v.nodes.length}: ${v.nodes[0].html})`));
    await page.screenshot({ path: path.join(pictures, `${path.parse(name).name}-${width}.png`), fullPage: width > 500 });
    await page.close();
  }

  console.log(`  ${name}`);
}

await browser.close();
if (faults.length > 0) {
  console.error(faults.map((fault) => `tests/Visual: ${fault}`).join('\n'));
  process.exit(1);
}
