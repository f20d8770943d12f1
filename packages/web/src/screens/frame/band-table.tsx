import { bandLabel, type AgeBand, type Count } from '@woonzorgzones/core/model';
import { useText } from '../../text/i18n.ts';
import './band-table.css';

interface BandTableProps {
  readonly label: string;
  readonly bands: readonly AgeBand[];
  readonly counts: readonly Count[];
  /** The least and the most of other runs of the model, band by band; left out where nothing was modelled. */
  readonly spread?: readonly { readonly low: number; readonly high: number }[] | undefined;
}

/** Inhabitants by age: a figure and a bar per band. */
export function BandTable({ label, bands, counts, spread }: BandTableProps) {
  const { t, format } = useText();
  const most = Math.max(1, ...counts.map((count) => (count.kind === 'known' ? count.value : 0)));
  return (
    <table className="band-table">
      <caption className="visually-hidden">{label}</caption>
      <thead className="visually-hidden"><tr><th scope="col">{t('plan.age')}</th><th scope="col">{t('plan.inhabitants')}</th></tr></thead>
      <tbody>
        {bands.map((band, place) => {
          const count = counts[place] ?? { kind: 'unknown' };
          const range = spread?.[place];
          return (
            <tr key={bandLabel(band)}>
              <th scope="row">{bandLabel(band)}</th>
              <td className="number">
                <span className="band-bar" style={{ width: `${count.kind === 'known' ? (count.value / most) * 100 : 0}%` }} aria-hidden="true" />
                <span className="band-figure">{format.count(count)}</span>
                {range !== undefined && range.low < range.high && (
                  <span className="band-range soft">{t('plan.range', { low: format.number(range.low), high: format.number(range.high) })}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
