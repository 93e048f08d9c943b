// What somebody does who has no mouse.

// Where the focus is, and whether it shows: by the browser's own outline or ours.
const focused = () => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    index: [...document.querySelectorAll('*')].indexOf(element),
    isBody: element === document.body || element === document.documentElement,
    isSeen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) && box.width > 0 && box.right > 0,
    says: `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute('name') || '').trim().slice(0, 60)}"`,
  };
};

const reachable = () => {
  const radios = new Set();
  const all = [...document.querySelectorAll('*')];
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((e) => !e.disabled && e.type !== 'hidden' && e.getClientRects().length > 0 && !e.closest('details:not([open]) > :not(summary)'))
    // Of a group of radio buttons Tab stops at one.
    .filter((e) => e.type !== 'radio' || (!radios.has(e.name) && radios.add(e.name)))
    .map((e) => ({ index: all.indexOf(e), radio: e.type === 'radio' ? e.name : null, says: `${e.tagName.toLowerCase()} "${(e.textContent || e.name || '').trim().slice(0, 60)}"` }));
};

/** Goes through the page by Tab: every link and control must be reached, and be seen to have the focus. */
export async function faultsOfKeyboard(page) {
  const wanted = await page.evaluate(reachable);
  const reached = new Map();
  let last = null;
  for (let i = 0; i < wanted.length * 2 + 20; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused);
    // Within a date Tab stops at year, month and day.
    if (at.isBody || (reached.has(at.index) && at.index !== last)) {
      break;
    }
    reached.set(at.index, at);
    last = at.index;
  }

  return [
    ...wanted.filter((w) => !w.radio && !reached.has(w.index)).map((w) => `Tab doesn't reach ${w.says}`),
    ...[...reached.values()].filter((r) => !r.isSeen).map((r) => `nothing shows that the focus is at ${r.says}`),
  ];
}

/** Presses Tab until what a selector or locator finds has the focus. */
export async function tabTo(page, target) {
  const locator = typeof target === 'string' ? page.locator(target) : target;
  const element = await locator.first().elementHandle({ timeout: 2000 });
  for (let i = 0; i < 500; i++) {
    if (await page.evaluate((e) => e === document.activeElement, element)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab doesn't reach ${target}`);
}

/** Tabs to a link or button and presses it. */
export async function press(page, target) {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState('load');
}

/** Tabs to a field and writes in it, in place of what was there. */
export async function write(page, target, text) {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
