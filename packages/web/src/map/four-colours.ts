import { borderingAreas } from '@woonzorgzones/core/report';

export { colourAreas } from '@woonzorgzones/core/report';

type Position = readonly number[];
export interface OutlinedArea {
  readonly coordinates: readonly (readonly (readonly Position[])[])[];
}

/** Which areas share a border: those with an edge in common, vertex by vertex, as the outlines of a partition have. */
export const bordering = (areas: readonly OutlinedArea[]): readonly (readonly number[])[] =>
  borderingAreas(areas.map(({ coordinates }) => coordinates.map((polygon) => polygon.map((ring) => Float64Array.from(ring.flatMap((point) => [point[0]!, point[1]!]))))));
