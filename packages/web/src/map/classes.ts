import type { Count } from '@woonzorgzones/core/model';
import { scaleThreshold } from 'd3-scale';
import { classFillOpacity } from './palette.ts';
import type { AreaPaint } from './scene.ts';

/** Five classes with their colours: the one object that map and legend are both drawn from. */
export interface Classes {
  readonly colours: readonly string[];
  /** From each class to the next; undefined is open. */
  readonly extents: readonly (readonly [from: number | undefined, to: number | undefined])[];
  readonly colourOf: (value: number) => string;
}

export function makeClasses(breaks: readonly number[], colours: readonly string[]): Classes {
  const scale = scaleThreshold<number, string>().domain(breaks).range(colours);
  return { colours, extents: colours.map((colour) => scale.invertExtent(colour)), colourOf: (value) => scale(value) };
}

/** Not known is hatched, not told is dotted, and where the question has no meaning nothing is drawn. */
export function paintCount({ colourOf }: Classes, count: Count): AreaPaint | null {
  switch (count.kind) {
    case 'known': return { color: colourOf(count.value), opacity: classFillOpacity };
    case 'hidden': return 'dots';
    case 'unknown': return 'hatch';
    case 'not-applicable': return null;
  }
}
