import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Icon, IconOf } from '@woonzorgzones/core/report';

const { resolve } = createRequire(import.meta.url);
const packages = { maki: '@mapbox/maki', temaki: '@rapideditor/temaki' } as const;
const known = new Map<string, Icon>();

/** Maki and Temaki icons (both CC0) are one path each, on the grid of their view box. */
export const iconOf: IconOf = (set, name) => {
  const file = `${packages[set]}/icons/${name}.svg`;
  const found = known.get(file) ?? readIcon(file);
  known.set(file, found);
  return found;
};

function readIcon(file: string): Icon {
  const svg = readFileSync(resolve(file), 'utf8');
  const [, side] = /viewBox="0 0 ([\d.]+) [\d.]+"/.exec(svg) ?? [];
  const [, d] = /\sd="([^"]+)"/.exec(svg) ?? [];
  if (side === undefined || d === undefined) throw new Error(`Got ${file} without a view box or a path.`);
  return { d: d.replaceAll(/&#x[A9];/g, ' '), gridSide: Number(side) };
}
