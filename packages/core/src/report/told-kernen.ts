import { known, type Count } from '../model/index.ts';
import type { KernSheet } from '../needs/index.ts';
import { discloseLinked, type Sum } from './disclose-linked.ts';

/** The people of a kern and who of them has each daily service near, as they may be told. */
export interface ToldKern {
  readonly sheet: KernSheet;
  readonly persons: Count;
  readonly from75: Count;
  /** One per daily service: persons who have it near. */
  readonly near: readonly Count[];
}

/** Kernen for anybody: those who have a service near and those who have not add up to all, as do those under 75 and the others. */
export function toldKern(sheet: KernSheet): ToldKern {
  const whole = rounded(sheet.persons);
  const old = rounded(sheet.from75);
  const near = sheet.services.map(({ persons }) => rounded(persons));
  const rest = (part: Count): Count => (whole.kind === 'known' && part.kind === 'known' ? known(whole.value - part.value) : { kind: 'unknown' });
  const counts = [whole, ...[old, ...near].flatMap((part) => [part, rest(part)])];
  const told = discloseLinked(counts, [old, ...near].map((_, place): Sum => ({ parts: [1 + 2 * place, 2 + 2 * place], whole: 0 })));
  return { sheet, persons: told[0]!, from75: told[1]!, near: near.map((_, place) => told[3 + 2 * place]!) };
}

/** People of a kern are modelled with fractions; they are told whole. */
const rounded = (count: Count): Count => (count.kind === 'known' ? known(Math.round(count.value)) : count);
