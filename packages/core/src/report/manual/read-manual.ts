/** The manual as plain values: what its one source, docs/handleiding.md, says. */
export interface Manual {
  readonly title: string;
  /** The day it speaks of, as an ISO date. */
  readonly date: string;
  readonly lead: string;
  readonly sections: readonly ManualSection[];
}

export interface ManualSection {
  /** Names it in links: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly heading: string;
  /** 1 is a chapter, 2 a task in it. */
  readonly depth: 1 | 2;
  readonly parts: readonly ManualPart[];
}

export type ManualPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'points'; readonly items: readonly string[]; readonly ordered: boolean }
  /** `name`: its file beside the manual. */
  | { readonly kind: 'picture'; readonly name: string; readonly alt: string };

/**
 * The manual from its text: a title (#), its date (>), a lead, chapters (## Heading {#id}), tasks (###), paragraphs, steps (1.),
 * points (-) and pictures (![what is seen](file)). Anything else throws: the text is ours. Linear.
 */
export function readManual(text: string): Manual {
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim()).filter((block) => block !== '');
  const [title, date, ...rest] = blocks;
  if (title?.startsWith('# ') !== true || !/^> \d{4}-\d{2}-\d{2}$/.test(date ?? '')) throw new Error('Got a manual that does not begin with its title and its date.');
  const lead: string[] = [];
  const sections: { id: string; heading: string; depth: 1 | 2; parts: ManualPart[] }[] = [];
  for (const block of rest) {
    const heading = /^(##|###) (.+?) \{#([a-z0-9-]+)\}$/.exec(block);
    if (heading !== null) sections.push({ id: heading[3]!, heading: heading[2]!, depth: heading[1] === '##' ? 1 : 2, parts: [] });
    else if (block.startsWith('#')) throw new Error(`Got a heading without a name for links: ${block}`);
    else if (sections.length === 0) lead.push(joined(block));
    else sections.at(-1)!.parts.push(partOf(block));
  }
  return { title: title.slice(2), date: date!.slice(2), lead: lead.join(' '), sections };
}

function partOf(block: string): ManualPart {
  const picture = /^!\[(.+)\]\(handleiding\/([a-z0-9-]+\.png)\)$/.exec(block);
  if (picture !== null) return { kind: 'picture', alt: picture[1]!, name: picture[2]! };
  for (const [mark, ordered] of [[/^\d+\. /, true], [/^- /, false]] as const) {
    if (mark.test(block)) return { kind: 'points', ordered, items: items(block, mark) };
  }
  return { kind: 'paragraph', text: joined(block) };
}

/** Lines that do not begin an item go on with the one before. */
const items = (block: string, mark: RegExp): readonly string[] =>
  block.split('\n').reduce<readonly string[]>((found, line) => (mark.test(line) ? [...found, line.replace(mark, '').trim()] : [...found.slice(0, -1), `${found.at(-1) ?? ''} ${line.trim()}`]), []);

const joined = (block: string): string => block.split('\n').map((line) => line.trim()).join(' ');
