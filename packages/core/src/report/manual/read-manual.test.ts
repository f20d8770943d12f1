import { expect, test } from 'vitest';
import { manualDocument } from './manual-document.ts';
import { readManual } from './read-manual.ts';

const text = `# Handleiding

> 2026-11-22

Wat dit is,
in twee regels.

## Zones {#zones}

Eerst dit.

1. Kies een zone.
2. Sleep
   haar grens.

![Het scherm](handleiding/zones.png)

### Terug {#terug}

- Druk op z.
`;

test('chapters, tasks, paragraphs, steps, points and pictures, lines joined', () => {
  expect(readManual(text)).toEqual({
    title: 'Handleiding', date: '2026-11-22', lead: 'Wat dit is, in twee regels.',
    sections: [
      { id: 'zones', heading: 'Zones', depth: 1, parts: [
        { kind: 'paragraph', text: 'Eerst dit.' },
        { kind: 'points', ordered: true, items: ['Kies een zone.', 'Sleep haar grens.'] },
        { kind: 'picture', name: 'zones.png', alt: 'Het scherm' },
      ] },
      { id: 'terug', heading: 'Terug', depth: 2, parts: [{ kind: 'points', ordered: false, items: ['Druk op z.'] }] },
    ],
  });
});

test('a manual without a title, or with a heading that no link can name, is refused', () => {
  expect(() => readManual('Zomaar tekst')).toThrow('title');
  expect(() => readManual('# Titel\n\n> 2026-11-22\n\n## Kop')).toThrow('Kop');
});

test('as a document its pictures come from where they are kept, and each chapter begins a page', () => {
  const { sections, date } = manualDocument(readManual(text), (name) => ({ href: `data:${name}`, width: 10, height: 5 }));
  expect(date).toBe('2026-11-22');
  expect(sections.map(({ startsPage }) => startsPage)).toEqual([true, false]);
  expect(sections[0]!.parts[2]).toEqual({ kind: 'picture', alt: 'Het scherm', href: 'data:zones.png', width: 10, height: 5 });
});
