/**
 * What a search makes small. An objective follows one division: `begin` takes it over, `delta` says what a move would
 * change and `moved` is told, after `zoneOf` has changed, that it was made. Values are sums over zones and over edges,
 * so that a move costs no more than the neighbours of the unit (or the number of attributes).
 */
export interface Objective {
  begin(zoneOf: Int32Array, zones: number): void;
  /** The value of the division followed, from the running sums. */
  value(): number;
  delta(unit: number, from: number, to: number): number;
  moved(unit: number, from: number, to: number): void;
  /**
   * The part of the value that a zone of these units answers for, so that the value of any division is the sum over its
   * zones; null when the value is no such sum.
   */
  readonly zoneCost: ((members: Int32Array, count: number) => number) | null;
  /** What each edge costs as a border and inside a zone, when the value is no more than the sum of these. */
  readonly edgeCosts: { readonly asBorder: Float64Array; readonly asInside: Float64Array } | null;
  /** Values differ by whole multiples of this; 0 when they may differ by anything. */
  readonly grain: number;
}
