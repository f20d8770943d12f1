import type { Line } from '@woonzorgzones/core/geo';
import { lambert2008Plane, roadClasses, type StreetInput } from '@woonzorgzones/core/network';
import type { FileLedger } from '../read/file-ledger.ts';
import type { Placed } from '../read/place.ts';
import { byPoints, type StreetRow, type StreetSegment } from './basemap.ts';
import { byText } from './ids.ts';

/** Ends of streets at one node may lie this far from each other; further, the columns of the nodes are not what they seem. */
const nodeToleranceMetres = 5;

interface Segment extends StreetSegment {
  readonly row: Placed<StreetRow, readonly Line[]>;
  readonly name: string;
  readonly line: Line;
}

/**
 * Segments between named nodes as streets that can be travelled: they meet where they name the same node, and nowhere else. A
 * row of several lines, or one that does not end where its node lies, is refused. Null when no row names nodes.
 */
export function streetNetwork(rows: readonly Placed<StreetRow, readonly Line[]>[], ledgerOf: (row: Placed<StreetRow, readonly Line[]>) => FileLedger): StreetInput | null {
  const segments = rows.flatMap((row): Segment[] => {
    const { segment, name } = row.record;
    // What is open to nobody is drawn, and leads nowhere.
    if (segment === null || segment.access === 0) return [];
    if (row.geometry.length === 1) return [{ ...segment, row, name, line: row.geometry[0]! }];
    ledgerOf(row).refuseTaken(row.place, null, '', 'wrong-geometry');
    return [];
  });
  if (segments.length === 0) return null;
  segments.sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to) || byText(a.name, b.name) || byPoints(a.line, b.line));

  const nodeRows = new Map<string, number>();
  const places: number[] = [];
  const nodeAt = (id: string, x: number, y: number): number | null => {
    const known = nodeRows.get(id);
    if (known === undefined) {
      nodeRows.set(id, places.length / 2);
      places.push(x, y);
      return places.length / 2 - 1;
    }
    return Math.hypot(places[2 * known]! - x, places[2 * known + 1]! - y) <= nodeToleranceMetres ? known : null;
  };
  const nodes: number[] = [], metres: number[] = [], start = [0], kept: Segment[] = [];
  for (const segment of segments) {
    const { line, from, to, row } = segment;
    const last = line.length - 2;
    const first = nodeAt(from, line[0]!, line[1]!), end = nodeAt(to, line[last]!, line[last + 1]!);
    if (first === null || end === null) {
      ledgerOf(row).refuseTaken(row.place, null, `${from} – ${to}`, 'ends-elsewhere');
      continue;
    }
    nodes.push(first);
    for (let i = 2; i < last; i += 2) {
      nodes.push(places.length / 2);
      places.push(line[i]!, line[i + 1]!);
    }
    nodes.push(end);
    for (let i = 0; i < last; i += 2) metres.push(Math.hypot(line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!));
    metres.push(0);
    start.push(nodes.length);
    kept.push(segment);
  }
  const names = [...new Set(kept.map(({ name }) => name).filter((name) => name !== ''))];
  const nameRow = new Map(names.map((name, i) => [name, i]));
  return {
    plane: lambert2008Plane, xy: Float64Array.from(places), names,
    ways: {
      start: Int32Array.from(start), nodes: Int32Array.from(nodes), stepMetres: Float64Array.from(metres),
      access: Uint8Array.from(kept, ({ access }) => access), traits: new Uint8Array(kept.length),
      roadClass: Uint8Array.from(kept, ({ roadClass }) => roadClasses.indexOf(roadClass)),
      maxSpeedKmh: new Uint8Array(kept.length), inclinePermille: new Uint8Array(kept.length),
      name: Int32Array.from(kept, ({ name }) => nameRow.get(name) ?? -1),
    },
    gates: { node: new Int32Array(), access: new Uint8Array(), traits: new Uint8Array() },
  };
}
