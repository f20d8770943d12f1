import type { Visit } from './running-app.ts';

/** Presses Tab (or with Shift, back) until the focus is on, or in a table or field of, this name. */
export async function tabTo({ page }: Visit, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press(key);
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      const named = focused?.closest('[role="grid"]') ?? focused;
      const labels = named instanceof HTMLInputElement ? [...(named.labels ?? [])].map(({ textContent }) => textContent).join(' ') : '';
      const by = (named?.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      return [named?.getAttribute('aria-label'), by, labels, named?.textContent].filter((text) => typeof text === 'string' && text.trim() !== '').join(' | ');
    });
    if (name.test(label)) return;
  }
  throw new Error(`No ${key} leads to ${String(name)}`);
}
