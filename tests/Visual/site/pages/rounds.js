// A round as the office follows it: who owes what, reminders, permits, the paper to come, and the archive afterwards.
import { ahead, inWords, writeDay } from '../days.js';

const office = 'coordinator';
const round = '/samordning/omgangar/hsvo-2021/2021-05';

export const tasks = [
  {
    name: 'Reads who owes what and takes a reminder along, by keyboard',
    as: office,
    async run({ page, press, tabTo, look }) {
      await page.goto('/samordning');
      await press(page, `main a[href="${round}"]`);
      await tabTo(page, 'main td summary');
      await page.keyboard.press('Enter');
      await page.locator('main td details[open] li').first().waitFor();
      await tabTo(page, 'main > details summary');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Control+A');
      const taken = await page.evaluate(() => document.activeElement.value?.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd));
      expect(taken?.startsWith('Hej!'), `the mail begins with ${taken}`);
      await look('omgang-oppnad');
    },
  },
  {
    name: 'Gives a permit for a late change, by keyboard',
    as: office,
    async run({ page, press, tabTo, write, look }) {
      for (const language of ['en', 'sv']) {
        await page.goto(`${round}?lang=${language}`);
        await press(page, 'main form .button');
        await look(`undantag-fel-${language}`);
      }

      await tabTo(page, '#department');
      await page.keyboard.press('ArrowDown');
      const until = ahead(20);
      await writeDay(page, tabTo, '#until', until);
      await write(page, '#reason', 'Exempel: uppgiften kom sent.');
      await press(page, 'main form .button');
      expect((await page.locator('main').innerText()).includes(`${inWords(until)}: Exempel: uppgiften kom sent.`), 'the permit is not told');
      await look('undantag-givet');
    },
  },
  {
    name: 'Reads what the meeting gets as the answers stand, by keyboard',
    as: office,
    async run({ page, press }) {
      await page.goto('/samordning');
      await press(page, 'main a[href="/samrad/2021-05"]');
      await press(page, 'main .actions a >> nth=0');
      expect((await page.locator('body').innerText()).includes('Preliminär'), `${page.url()} is no preliminary paper`);
    },
  },
  {
    name: 'Takes a plan year out for the archive, by keyboard',
    as: office,
    async run({ page, tabTo }) {
      await page.goto('/samordning');
      await tabTo(page, 'main a[href="/arkiv/hsvo-2021"]');
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(download.suggestedFilename().endsWith('.zip'), download.suggestedFilename());
    },
  },
];

function expect(holds, told) {
  if (!holds) {
    throw new Error(told);
  }
}
