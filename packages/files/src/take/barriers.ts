import type { Line } from '@woonzorgzones/core/geo';
import type { Barrier, BarrierKind, Crossing } from '@woonzorgzones/core/model';
import type { Placed, PlacedPoint } from '../read/place.ts';
import type { ReadRecord } from '../read/read-file.ts';
import { byText, ownIds, slug } from './ids.ts';

const kinds: readonly string[] = ['spoorweg', 'kanaal', 'rivier', 'autosnelweg', 'expresweg'] satisfies readonly BarrierKind[];
const isBarrierKind = (text: string): text is BarrierKind => kinds.includes(text);

export interface BarrierRow {
  readonly id: string;
  readonly kind: BarrierKind;
  readonly name: string;
}

export const barrierRow: ReadRecord<BarrierRow> = (row) => {
  const kind = row.oneOf('kind', isBarrierKind);
  return kind === null ? null : { id: row.text('id'), kind, name: row.text('name') };
};

/** One barrier per line, sorted by id; of a row with several lines, and of rows that share an id, the further ones get `~2`, `~3`. */
export function nameBarriers(rows: readonly Placed<BarrierRow, readonly Line[]>[]): readonly Barrier[] {
  const lines = rows.flatMap(({ record, geometry }) => geometry.map((line) => ({ record, line, x: line[0]!, y: line[1]! })));
  const ids = ownIds(lines, ({ record }) => record.id || slug(`${record.kind} ${record.name}`));
  return lines
    .map((entry) => ({ id: ids.get(entry)!, kind: entry.record.kind, name: entry.record.name, line: entry.line }))
    .sort((a, b) => byText(a.id, b.id));
}

export interface CrossingRow {
  readonly id: string;
  readonly name: string;
}

export const crossingRow: ReadRecord<CrossingRow> = (row) => ({ id: row.text('id'), name: row.text('name') });

export function nameCrossings(rows: readonly PlacedPoint<CrossingRow>[]): readonly Crossing[] {
  const ids = ownIds(rows, ({ record }) => record.id || slug(`oversteek ${record.name}`));
  return rows.map((row) => ({ id: ids.get(row)!, name: row.record.name, x: row.x, y: row.y })).sort((a, b) => byText(a.id, b.id));
}
