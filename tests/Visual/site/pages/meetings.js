// A meeting is set, gets its agenda, is moved and is removed.
import { ahead, inWords, writeDay } from '../days.js';

const office = 'coordinator';
const id = '2018-10-prov';

export const pages = [
  { path: '/samordning/moten/2021-05', as: office },
  { path: '/samordning', as: 'reader', status: 403, name: 'samordning-nekad' },
  { path: '/samordning', status: 401, name: 'samordning-utloggad' },
];

// More than a year ahead: in nobody's way, whatever day the tests run on.
const first = ahead(500);
const moved = ahead(507);

export const tasks = [
  {
    name: 'Sets a meeting, is told what lacks, moves it and removes it, by keyboard',
    as: office,
    async run({ page, press, tabTo, write, look }) {
      for (const language of ['en', 'sv']) {
        await page.goto(`/samordning/moten/nytt?lang=${language}`);
        await press(page, 'main button[value=set]');
        await look(`mote-fel-${language}`);
      }

      await press(page, page.locator('.error-summary a').first());
      expect(page, page.url().includes('#'), 'the link leads to no field');
      await write(page, '#id', id);
      await writeDay(page, tabTo, '#date', first);
      await tabTo(page, 'input[name=kind][value=ordinary]');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'input[name=agenda][value="lokussamordnare-2018/2018-10"]');
      await page.keyboard.press('Space');
      await press(page, 'main button[value=set]');
      await page.locator('.done').waitFor();
      await look('mote-sparat');

      await press(page, page.locator(`main a[href$="/moten/${id}"]`));
      expect(page, await page.locator('input[name=agenda][value="lokussamordnare-2018/2018-10"]').isChecked(), 'the agenda is lost');
      await writeDay(page, tabTo, '#date', moved);
      await press(page, 'main button[value=set]');
      expect(page, (await page.locator('main .cards').innerText()).includes(inWords(moved)), 'it is not moved');

      await press(page, page.locator(`main a[href$="/moten/${id}"]`));
      await tabTo(page, 'main summary');
      await page.keyboard.press('Enter');
      await press(page, 'main button[value=remove]');
      expect(page, !(await page.locator('main .cards').innerText()).includes(inWords(moved)), 'it is not removed');
    },
  },
];

function expect(page, holds, told) {
  if (!holds) {
    throw new Error(`${page.url()}: ${told}`);
  }
}
