// The plan from Word.
import { fileURLToPath } from 'node:url';

const small = fileURLToPath(new URL('../../../http/exempel-plan.docx', import.meta.url));
const whole = fileURLToPath(new URL('../../../Functions.Tests/WordPlans/Saved/libreoffice-2021.docx', import.meta.url));
const address = '/samordning/plan';
const as = 'coordinator';

const send = async (page, button) => {
  await page.locator(button).click();
  await page.waitForLoadState('load');
};

// The draft is what the file is answered with: no address leads to it.
const read = async (page) => {
  // Another page of this window may have been given its first form cookie meanwhile: the form is to be of the one that stays.
  await page.reload();
  await page.locator('#fil').setInputFiles(small);
  await send(page, 'main form button');
};

const expect = (what, holds) => {
  if (!holds) {
    throw new Error(what);
  }
};

export const pages = [
  { path: address, as },
  { path: address, as, name: 'plan-utkast', send: read },
  {
    path: address,
    as,
    name: 'plan-utkast-fel',
    send: async (page) => {
      await read(page);
      await page.locator('[name="adoption.none:"][value=own]').check();
      await page.locator('[name="adoption.none:/text"]').fill('Exempel: i höstas');
      await page.locator('[name="kind.unknown:2.1.1.i2"]').selectOption('count');
      await send(page, 'button[value=settle]:visible');
    },
  },
];

export const tasks = [
  {
    name: 'A plan in Word is read, settled question by question and stored, by keyboard',
    as,
    async run({ page, press, tabTo, write, look }) {
      const lookHere = (name) => look(name, page, { fullPage: false });
      await page.goto(address);
      await tabTo(page, page.locator('#fil'));
      // The operating system's own window is not the page's: the file is given where it would give it.
      await page.locator('#fil').setInputFiles(whole);
      await page.locator('#forra').selectOption('nsu-2019');
      await press(page, page.getByRole('button', { name: 'Läs dokumentet' }));
      await page.locator('h1', { hasText: 'Utkast ur Word' }).waitFor();
      await lookHere('plan-utkast-2021');
      await write(page, '#id', 'hsvo-2021-word');
      const questions = page.locator('section.panel[id]');
      const count = await questions.count();
      expect('nothing is asked', count > 20);
      for (let i = 0; i < count; i++) {
        // The first that may be chosen: how it was read.
        const question = questions.nth(i);
        const choice = question.locator('select, input[type=checkbox]:not([name*="/"]), input[type=radio]').first();
        await tabTo(page, choice);
        const kind = await choice.evaluate((e) => e.type);
        await page.keyboard.press(kind === 'checkbox' ? 'Space' : 'ArrowDown');
      }
      await press(page, page.getByRole('button', { name: 'Avgör och läs utkastet igen' }));
      const left = await page.getByRole('status').innerText();
      expect(left, left.startsWith(`0 av ${count} kvar.`));
      await lookHere('plan-utkast-2021-avgjort');
      await tabTo(page, '#id');
      await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
      await page.waitForLoadState('load');
      expect('Enter in a field opens a settled question', (await page.locator('section.panel select, section.panel input[type=radio]').count()) === 0);
      await press(page, page.getByRole('button', { name: 'Läs igenom utkastet' }));
      await page.locator('h1', { hasText: 'Läs igenom utkastet' }).waitFor();
      await lookHere('plan-utkast-2021-hela');
      await press(page, page.getByRole('button', { name: 'Spara som version' }));
      await page.waitForURL('**/plan/hsvo-2021-word');
    },
  },
  {
    name: 'A plan in Word is stored as it was read, by keyboard',
    as,
    async run({ page, press, tabTo }) {
      await page.goto(address);
      await tabTo(page, page.locator('#fil'));
      await page.locator('#fil').setInputFiles(small);
      await press(page, page.getByRole('button', { name: 'Läs dokumentet' }));
      await press(page, page.getByRole('button', { name: 'Spara som version' }));
      await page.waitForURL('**/plan/hsvo-2022');
    },
  },
];
