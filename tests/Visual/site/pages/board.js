// The status board.
export const pages = [
  { path: '/', as: 'reader', print: true },
  { path: '/', name: 'start-nobody' },
  { path: '/plan/hsvo-2021', as: 'reader', print: true },
  { path: '/plan/ekonomiskt-bistand-2023', as: 'reader' },
  { path: '/mal/hsvo-2021_2.1.3', as: 'coordinator', print: true },
  { path: '/mal/hsvo-2021_2.3.1' },
  { path: (site) => firstLink(site, '/mal/hsvo-2021_2.1.3', '/indikator/'), name: 'indikator', as: 'reader' },
  { path: (site) => numberOf(site), name: 'indikator-tal', as: 'reader' },
  { path: '/samrad/2021-05', as: 'reader', print: true },
  { path: '/tillganglighet' },
  { path: '/finns-inte', status: 404 },
  { path: '/plan/nej', status: 404 },
  { path: '/plan/hsvo-2021?omgang=x', status: 400, name: 'plan-fel-fraga' },
];

export const tasks = [
  {
    name: 'From the first page to what one unit answered',
    as: 'reader',
    async run({ page, press }) {
      await page.goto('/');
      await press(page, 'main a[href="/plan/hsvo-2021"]');
      await press(page, 'main a[href="/mal/hsvo-2021_2.1.3"]');
      await press(page, 'main .row:has(table) a');
      await page.locator('#svar ~ .table td .said').first().waitFor();
    },
  },
  {
    name: 'A paper is fetched from its meeting',
    as: 'reader',
    async run({ page, tabTo }) {
      await page.goto('/samrad/2021-05');
      const link = page.locator('a[href$=".docx"]');
      await tabTo(page, link);
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      if (!download.suggestedFilename().endsWith('.docx')) {
        throw new Error(download.suggestedFilename());
      }
    },
  },
  {
    name: 'Somebody signs in, comes back to the same page, and signs out',
    async run({ page, press }) {
      await page.goto('/mal/hsvo-2021_2.1.3?lang=en');
      await press(page, '.who a[href^="/.auth/login"]');
      await press(page, 'button:has-text("samordn")');
      await page.locator('.as:has-text("coordinator")').waitFor();
      if (!page.url().endsWith('/mal/hsvo-2021_2.1.3?lang=en')) {
        throw new Error(`came back to ${page.url()}`);
      }
      await press(page, '.who a[href^="/.auth/logout"]');
      await page.locator('.who a[href^="/.auth/login"]').waitFor();
    },
  },
  {
    name: 'The contract is read from the foot of any page',
    as: 'reader',
    async run({ page, press, look }) {
      await page.goto('/tillganglighet');
      await press(page, 'footer a[href*="/documentation"]');
      await page.locator('#villkor').waitFor();
      await look('kontraktet');
    },
  },
  {
    name: 'The language follows from page to page',
    async run({ page, press }) {
      await page.goto('/plan/hsvo-2021');
      await press(page, 'a[hreflang=en]');
      await press(page, 'main a[href^="/mal/"]');
      await page.locator('html[lang=en]').waitFor();
    },
  },
];

async function firstLink(site, from, to) {
  const context = await site.open('reader');
  const page = await context.newPage();
  await page.goto(from);
  const link = await page.locator(`main .row:has(table) a[href^="${to}"]`).first().getAttribute('href');
  await context.close();
  return link;
}

// The row with the most numbers answered.
async function numberOf(site) {
  const context = await site.open('reader');
  const page = await context.newPage();
  await page.goto('/plan/hsvo-2021');
  const goals = await page.locator('main .table a[href^="/mal/"]').evaluateAll((links) => [...new Set(links.map((a) => a.getAttribute('href')))]);
  for (const goal of goals) {
    await page.goto(goal);
    for (const said of await page.locator('.row:has(.said)').all()) {
      if (/^\d+$/.test(await said.locator('.said').first().innerText())) {
        const link = await said.locator('h3 a').getAttribute('href');
        await context.close();
        return link;
      }
    }
  }
  throw new Error('no number is answered');
}
