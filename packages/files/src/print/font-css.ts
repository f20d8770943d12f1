import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Noto Sans (SIL Open Font License 1.1) within a page itself, Latin letters with their accents; others come from the reader's own type. */
export function fontCss(): string {
  const face = (script: string, weight: number, range: string): string => {
    const bytes = readFileSync(resolve(`@fontsource/noto-sans/files/noto-sans-${script}-${weight}-normal.woff2`));
    return `@font-face{font-family:'Noto Sans';font-weight:${weight};src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2');unicode-range:${range}}`;
  };
  return [400, 700].flatMap((weight) => [face('latin', weight, 'U+0000-00FF,U+2000-206F,U+20AC,U+2122,U+2212,U+FFFD')]).join('');
}
