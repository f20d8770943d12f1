import type { IndicatorUnit } from '@woonzorgzones/core/model';
import type { ReadRecord } from '../read/read-file.ts';
import { placeOf } from './areas.ts';
import { slug } from './ids.ts';

export interface IndicatorRow {
  /** The block or area it speaks of; null for what is no place. */
  readonly area: string | null;
  readonly indicator: string;
  readonly name: string;
  readonly unit: IndicatorUnit;
  readonly year: number | null;
  /** Null when the file leaves it open: that is not zero. */
  readonly value: number | null;
}

const units: readonly string[] = ['percent', 'number'] satisfies readonly IndicatorUnit[];
const isUnit = (text: string): text is IndicatorUnit => units.includes(text);

/** A share cannot be more than all of them. */
const most = { percent: 100, number: 1_000_000_000 } as const;

export const indicatorRow = (hasUnit: boolean, nowhere: readonly string[]): ReadRecord<IndicatorRow> => (row) => {
  const area = row.required('area');
  const called = row.required('indicator');
  const unit = hasUnit ? row.oneOf('unit', isUnit) : 'percent';
  if (area === null || called === null || unit === null) return null;
  return {
    area: placeOf(area, nowhere), indicator: slug(called), name: row.text('name') || called, unit,
    year: row.optionalWhole('year', 1900, 2200), value: row.optionalNumber('value', 0, most[unit]),
  };
};
