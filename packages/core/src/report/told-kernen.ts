import { disclosureFloor, known, unknown, type Count } from '../model/index.ts';
import type { KernSheet } from '../needs/index.ts';
import { discloseLinked, type Sum } from './disclose-linked.ts';
import type { ToldArea } from './disclosed-analysis.ts';

/** The people of a kern and who of them has each daily service near, as they may be told. */
export interface ToldKern {
  readonly sheet: KernSheet;
  readonly persons: Count;
  readonly from75: Count;
  /** One per daily service: persons who have it near. */
  readonly near: readonly Count[];
}

/**
 * Kernen for anybody, beside the areas of the plan that may be told. Of a kern, those who have a service near and those who have
 * not add up to all, as do those under 75 and the others; nobody counts for two kernen, so that with the people outside all
 * circles they add up to the municipality. A circle may hold all but a few of the zone its middle lies in: a count that lies
 * under the floor from that of this zone, or of the municipality, goes. O(kernen × (areas + services)), and `discloseLinked`.
 */
export function toldKernen(kernen: readonly KernSheet[], areas: readonly ToldArea[]): readonly ToldKern[] {
  const services = kernen[0]?.services.length ?? 0;
  const width = 3 + 2 * services;
  const town = areas.at(-1)?.people ?? { inhabitants: unknown, from75: unknown };
  const rows = kernen.map(({ persons, from75, services: near }) => {
    const all = rounded(persons), old = rounded(from75);
    return [all, old, less(all, old), ...near.flatMap((one) => { const here = rounded(one.persons); return [here, less(all, here)]; })];
  });
  const whole = [town.inhabitants, town.from75, less(town.inhabitants, town.from75)];
  const outside = whole.map((count, column) => rows.reduce((left, row) => less(left, row[column]!), count));
  const counts = [...rows.flat(), ...outside, ...whole];
  const outsideAt = rows.length * width;
  const sums: readonly Sum[] = [
    ...rows.flatMap((_, row): readonly Sum[] => Array.from({ length: services + 1 }, (_pair, pair) => ({ parts: [row * width + 1 + 2 * pair, row * width + 2 + 2 * pair], whole: row * width }))),
    { parts: [outsideAt + 1, outsideAt + 2], whole: outsideAt },
    ...[0, 1, 2].map((column): Sum => ({ parts: [...rows.map((_, row) => row * width + column), outsideAt + column], whole: outsideAt + 3 + column })),
  ];
  const gone = new Set(rows.flatMap((row, at) => {
    const around = areas.filter(({ kind, zone }) => kind === 'municipality' || zone === kernen[at]!.zone);
    return [...(around.some(({ people }) => isNear(people.inhabitants, row[0]!)) ? [at * width] : []), ...(around.some(({ people }) => isNear(people.from75, row[1]!)) ? [at * width + 1] : [])];
  }));
  const unprinted = new Set([...rows.flatMap((_, row) => [row * width + 2, ...Array.from({ length: services }, (_service, place) => row * width + 4 + 2 * place)]), outsideAt, outsideAt + 1, outsideAt + 2]);
  const told = discloseLinked(counts, sums, { gone, unprinted });
  return kernen.map((sheet, row) => ({
    sheet, persons: told[row * width]!, from75: told[row * width + 1]!, near: sheet.services.map((_, place) => told[row * width + 3 + 2 * place]!),
  }));
}

/** People of a kern are modelled with fractions; they are told whole. */
const rounded = (count: Count): Count => (count.kind === 'known' ? known(Math.round(count.value)) : count);
const less = (whole: Count, part: Count): Count => (whole.kind === 'known' && part.kind === 'known' ? known(whole.value - part.value) : unknown);

/** Whether two counts differ by fewer persons than may be told. */
function isNear(one: Count, other: Count): boolean {
  const by = one.kind === 'known' && other.kind === 'known' ? Math.abs(one.value - other.value) : 0;
  return by > 0 && by < disclosureFloor;
}
