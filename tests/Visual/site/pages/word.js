// The plan from Word.
import { fileURLToPath } from 'node:url';

const plan = fileURLToPath(new URL('../../../http/exempel-plan.docx', import.meta.url));

export const pages = [{ path: '/samordning/plan', as: 'coordinator' }];

export const tasks = [
  {
    name: 'A plan in Word is read and stored',
    as: 'coordinator',
    async run({ page, press, tabTo }) {
      await page.goto('/samordning/plan');
      await tabTo(page, page.locator('#fil'));
      // The operating system's own window is not the page's: the file is given where it would give it.
      await page.locator('#fil').setInputFiles(plan);
      await press(page, page.getByRole('button', { name: 'Läs dokumentet' }));
      await page.locator('h1', { hasText: 'Utkast ur Word' }).waitFor();
      await press(page, page.getByRole('button', { name: 'Spara som version' }));
      await page.waitForURL('**/plan/hsvo-2022');
    },
  },
];
