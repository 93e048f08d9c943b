// What a unit does with an answer after it was given, and what it says in place of one.
const unit = 'reporter:aln';
const office = 'coordinator';
const round = '/rapportera/hsvo-2021/2021-05';
const question = `${round}/svar/2.1.1.i3`;
const other = `${round}/svar/2.1.2.i1`;
const languages = ['en', 'sv'];

export const tasks = [
  {
    name: "Says that a question doesn't concern the unit, and why, by keyboard",
    as: unit,
    async run({ page, press, tabTo, write, look }) {
      for (const language of languages) {
        await page.goto(`${other}?lang=${language}`);
        await tabTo(page, 'main form summary');
        await page.keyboard.press('Enter');
        await tabTo(page, '#notApplicable');
        await page.keyboard.press('Space');
        await press(page, 'main button[value=save]');
        await page.locator('.error-summary a').waitFor();
        await look(`beror-inte-fel-${language}`);
      }

      await write(page, page.locator(await page.locator('.error-summary a').getAttribute('href')), 'Exempel: vi har ingen sådan verksamhet.');
      await press(page, 'main button[value=save]');
      await send(page, press, look, 'kontrollera-beror-inte');
    },
  },
  {
    name: 'Corrects an accepted answer with a reason, and reads how it was changed, by keyboard',
    as: unit,
    async run({ page, site, press, tabTo, write, look }) {
      await page.goto(question);
      await tabTo(page, 'main input[type=radio][value=ja]');
      await page.keyboard.press('Space');
      await press(page, 'main button[value=save]');
      await send(page, press, look, 'kontrollera-ja');
      await accept(site, press, tabTo, look);

      for (const language of languages) {
        await page.goto(`${question}/ta-tillbaka?lang=${language}`);
        await press(page, 'main form button');
        await page.locator('.error-summary a[href="#reason"]').waitFor();
        await look(`ta-tillbaka-fel-${language}`);
        await page.goto(`${question}?lang=${language}`);
        await tabTo(page, 'main input[type=radio]:checked');
        await page.keyboard.press('ArrowDown');
        await press(page, 'main button[value=save]');
        await page.locator('.error-summary a[href="#reason"]').waitFor();
        await look(`ratta-fel-${language}`);
      }

      await write(page, '#reason', 'Exempel: vi räknade fel enhet.');
      await press(page, 'main button[value=save]');
      await send(page, press, look, 'kontrollera-rattat');
      for (const language of languages) {
        await page.goto(`${question}/historik?lang=${language}`);
        expect((await page.locator('main').innerText()).includes('Exempel: vi räknade fel enhet.'), 'the reason is not told');
        await look(`historik-${language}`);
      }
    },
  },
  {
    name: 'Takes an answer back, by keyboard',
    as: unit,
    async run({ page, press, write, look }) {
      await page.goto(question);
      await press(page, 'main a[href$="/ta-tillbaka"]');
      await write(page, '#reason', 'Exempel: vi vet inte än.');
      await look('ta-tillbaka');
      await press(page, 'main form button');
      await page.locator('.done').waitFor();
      await page.goto(question);
      await look('tillbakataget');
      await press(page, 'main section a[href$="/historik"]');
      expect((await page.locator('main').innerText()).includes('Exempel: vi vet inte än.'), 'the reason is not told');
    },
  },
  {
    name: 'Says that nothing more comes, and takes it back, by keyboard',
    as: unit,
    async run({ page, press, look }) {
      await page.goto(round);
      await press(page, 'main button[value=nothingMore]');
      await page.locator('.done').waitFor();
      await look('inget-mer');
      await press(page, 'main button[value=more]');
      await page.locator('main button[value=nothingMore]').waitFor();
    },
  },
];

async function send(page, press, look, name) {
  await page.goto(`${round}/kontrollera`);
  await look(name);
  await press(page, 'main form button');
  await page.locator('.done').waitFor();
}

async function accept(site, press, tabTo, look) {
  const context = await site.open(office);
  const page = await context.newPage();
  await page.goto('/samordning/omgangar/hsvo-2021/2021-05/aln');
  await tabTo(page, 'main input[name="decision-2.1.1.i3"]');
  await page.keyboard.press('ArrowDown');
  await press(page, 'main form button');
  await page.locator('.done').waitFor();
  await look('granskat', page);
  await context.close();
}

function expect(holds, told) {
  if (!holds) {
    throw new Error(told);
  }
}
