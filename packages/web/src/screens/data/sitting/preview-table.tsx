import type { FilePreview } from '@woonzorgzones/api/schemas';
import { useText } from '../../../text/i18n.ts';

interface PreviewTableProps {
  readonly preview: FilePreview;
  /** Columns that are read: they stand out. */
  readonly used: ReadonlySet<string>;
}

/** The first ten rows as the file has them; the number of a row with a place stands beside it on the map. */
export function PreviewTable({ preview: { columns, rows, places }, used }: PreviewTableProps) {
  const { t } = useText();
  if (rows.length === 0) return <p className="soft">{t('sitting.noRows')}</p>;
  const placed = places.filter((place) => place !== null).length;
  let number = 0;
  return (
    <>
      <p className="small soft">{placed === 0 ? t('sitting.noPlaces') : t('sitting.placesOnMap', { count: placed, rows: rows.length })}</p>
      <div className="preview-table" tabIndex={0} role="region" aria-label={t('sitting.firstRows')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('sitting.onMap')}</th>
              {columns.map((column) => <th key={column} scope="col" data-used={used.has(column)}>{column}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.join('\u0000') + String(at)}>
                <td className="number">{(places[at] ?? null) === null ? '–' : (number += 1)}</td>
                {row.map((value, column) => <td key={columns[column]} data-used={used.has(columns[column] ?? '')}>{value}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
