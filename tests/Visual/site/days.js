// Days in a form and on a page.

/** A day, as its field's value is written: 2026-05-20. */
export const ahead = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** How a Swedish page says it: 20 maj 2026. */
export const inWords = (day) => new Date(day).toLocaleDateString('sv-SE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Types it by keyboard. A date has a field for each of month, day and year, as the browser's language orders them. */
export async function writeDay(page, tabTo, field, day) {
  await tabTo(page, field);
  const [year, month, dayOfMonth] = day.split('-');
  await page.keyboard.type(`${month}${dayOfMonth}${year}`);
  const written = await page.locator(field).inputValue();
  if (written !== day) {
    throw new Error(`${page.url()}: the date is ${written}, not ${day}`);
  }
}
