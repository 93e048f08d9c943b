// Reporting by page, and the coordinating office's pages.
const plan = 'hsvo-2021';
const round = '2022-01';
const office = 'coordinator';
const unit = 'reporter:shs';

export const pages = [
  { path: '/rapportera', as: unit },
  { path: `/rapportera/${plan}/${round}`, as: unit },
  { path: `/rapportera/${plan}/${round}/svar/2.1.1.i3`, as: unit, name: 'fraga-ja-nej' },
  { path: `/rapportera/${plan}/${round}/svar/2.2.3.i3`, as: unit, name: 'fraga-tal' },
  { path: `/rapportera/${plan}/${round}/kontrollera`, as: unit },
  { path: '/rapportera/ekonomiskt-bistand-2023/2023-01/svar/ekonomiskt-bistand.1.i1', as: 'reporter:amn', name: 'fraga-antal' },
  { path: '/samordning', as: office },
  { path: '/samordning/moten/nytt', as: office },
  { path: `/samordning/omgangar/${plan}/2021-05`, as: office },
  { path: `/samordning/omgangar/${plan}/2021-05/amn`, as: office },
  { path: `/samordning/ansvar/${plan}`, as: office },
];

const expect = (what, holds) => {
  if (!holds) {
    throw new Error(what);
  }
};

export const tasks = [
  {
    name: 'Signs in as an example, by keyboard, and out again',
    run: async ({ page, press }) => {
      await page.goto('/.auth/login/aad?post_login_redirect_uri=%2Frapportera');
      await press(page, page.getByRole('button', { name: /Exempel: Arbetsmarknads/ }));
      expect(`came to ${page.url()}`, page.url().endsWith('/rapportera'));
      await press(page, page.getByRole('link', { name: 'Logga ut' }));
      expect('is still signed in', await page.getByRole('link', { name: 'Logga in' }).count() > 0);
    },
  },
  {
    name: 'Reports a whole round by page, by keyboard',
    as: unit,
    run: async ({ page, press, tabTo, write }) => {
      await page.goto(`/rapportera/${plan}/${round}`);
      const questions = await page.locator('main tbody tr').count();
      await press(page, page.getByRole('link', { name: /Börja svara|Fortsätt svara/ }));
      let answered = 0;
      while (!page.url().endsWith('/kontrollera')) {
        expect(`${page.url()} comes again`, answered++ < questions);
        const radios = page.locator('main input[type=radio][value=ja]');
        for (let i = 0; i < await radios.count(); i++) {
          // Tab stops at a group's first; Space chooses.
          await tabTo(page, radios.nth(i));
          await page.keyboard.press('Space');
        }
        const numbers = page.locator('main input[inputmode=decimal]');
        for (let i = 0; i < await numbers.count(); i++) {
          await write(page, numbers.nth(i), '15');
        }
        if (await page.locator('main textarea#value').count()) {
          await write(page, 'main textarea#value', 'Exempel: det går som planerat.');
        }
        await press(page, page.getByRole('button', { name: 'Spara och gå vidare' }));
        expect(`${page.url()}: ${await page.locator('.error-summary').allInnerTexts()}`, await page.locator('.error-summary').count() === 0);
      }
      await press(page, page.getByRole('button', { name: /Skicka in/ }));
      expect(`${page.url()} doesn't say that it was sent`, await page.getByText('Svaren är inskickade. Tack!').count() === 1);
    },
  },
  {
    name: 'Is told at the field what is wrong, and mends it, by keyboard',
    as: 'reporter:amn',
    run: async ({ page, press, write }) => {
      await page.goto(`/rapportera/${plan}/${round}/svar/2.2.3.i3`);
      await write(page, 'main input[inputmode=decimal] >> nth=0', 'femton');
      await press(page, page.getByRole('button', { name: 'Spara och gå vidare' }));
      await press(page, '.error-summary a >> nth=0');
      expect('the link leads to no field', page.url().includes('#value-'));
      await write(page, 'main input[inputmode=decimal] >> nth=0', '15');
      await write(page, 'main input[inputmode=decimal] >> nth=1', '0');
      await press(page, page.getByRole('button', { name: 'Spara och gå vidare' }));
      expect(await page.locator('.error-summary').innerText().catch(() => ''), await page.locator('.error-summary').count() === 0);
    },
  },
  {
    name: 'Opens two forms at once and sends the first one again, by keyboard',
    as: office,
    run: async ({ page, press, write, look }) => {
      const window = page.context();
      for (const language of ['en', 'sv']) {
        await page.goto(`/samordning/moten/nytt?lang=${language}`);
        await window.clearCookies();
        const other = await window.newPage();
        await other.goto(`/samordning/omgangar/${plan}/${round}`);
        await other.close();
        await write(page, '#number', 'Exempel 7');
        await press(page, 'main button[value=set]');
        await look(`tva-sidor-${language}`);
      }
      await press(page, page.getByRole('button', { name: 'Skicka igen' }));
      expect('what was typed is lost', await page.locator('#number').inputValue() === 'Exempel 7');
    },
  },
  {
    name: 'Sends an answer back with a question, by keyboard',
    as: office,
    run: async ({ page, press, tabTo, write }) => {
      await page.goto(`/samordning/omgangar/${plan}/${round}/shs`);
      await tabTo(page, 'main input[type=radio] >> nth=0');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await write(page, 'main input[type=text] >> nth=0', 'Exempel: gäller det alla?');
      await press(page, page.getByRole('button', { name: 'Spara granskningen' }));
      expect('nothing says that it was stored', await page.getByText('Granskningen är sparad.').count() === 1);
    },
  },
];
