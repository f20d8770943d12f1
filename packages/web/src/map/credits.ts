/** Whom the map owes its data to, each once: a file may say "Bron:" itself, as the line already does. */
export const creditLine = (attributions: readonly (string | null)[]): string =>
  [...new Set(attributions.flatMap((text) => (text === null ? [] : [text.replace(/^(Bron|Source):\s*/, '')])))].join(' · ');
