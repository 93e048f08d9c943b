// Who answers for what: a body's rows, and one row by itself.
const office = 'coordinator';
const list = '/samordning/ansvar/nsu-2019';

export const pages = [{ path: '/samordning/ansvar/hsvo-2021/2.1.1.i3', as: office, name: 'ansvar-indikator' }];

export const tasks = [
  {
    name: "Settles who answers for a body, and is told of a colleague's change, by keyboard",
    as: office,
    async run({ page, press, tabTo, look }) {
      for (const language of ['en', 'sv']) {
        await page.goto(`${list}?lang=${language}`);
        const other = await page.context().newPage();
        await settle(other, list, press, tabTo);
        await other.close();
        await tabTo(page, 'main form input[name=department] >> nth=1');
        await page.keyboard.press('Space');
        await press(page, 'main form button');
        await page.locator('.error-summary').waitFor();
        await look(`ansvar-fel-${language}`);
      }

      await press(page, 'main form button');
      await page.locator('.done').waitFor();
      await look('ansvar-sparat');
    },
  },
  {
    name: 'Settles who answers a single row, goes to the next, and has it go by its body again, by keyboard',
    as: office,
    async run({ page, press, tabTo, look }) {
      await page.goto(list);
      const row = await page.locator('main .changes a').first().getAttribute('href');
      for (const language of ['en', 'sv']) {
        await page.goto(`${row}?lang=${language}`);
        const other = await page.context().newPage();
        await settle(other, list, press, tabTo);
        await other.close();
        await tabTo(page, 'main form input[name=department] >> nth=0');
        await page.keyboard.press('Space');
        await press(page, 'main button[value=settle]');
        await page.locator('.error-summary a[href="#enheter"]').waitFor();
        await look(`ansvar-indikator-fel-${language}`);
      }

      await press(page, 'main button[value=settle]');
      await page.locator('.done').waitFor();
      await look('ansvar-indikator-sparat');
      await press(page, 'main button[value=remove]');
      await page.locator('.done').waitFor();
      await page.locator('main button[value=remove]').waitFor({ state: 'detached' });
      await press(page, page.locator('main p a').last());
      await page.locator('main h1').waitFor();
      if (new URL(page.url()).pathname === row) {
        throw new Error('there is no way to the next');
      }
    },
  },
];

// Whether it is confirmed is turned around, so that each time is a change.
async function settle(page, address, press, tabTo) {
  await page.goto(address);
  await tabTo(page, 'main form input[name=confirmed] >> nth=-1');
  await page.keyboard.press('Space');
  await press(page, 'main form button >> nth=-1');
  await page.locator('.done').waitFor();
}
