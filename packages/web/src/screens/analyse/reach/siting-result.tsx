import type { SitingReply } from '@woonzorgzones/api/schemas';
import { useText } from '../../../text/i18n.ts';
import { DataTable, type TableColumn } from '../../../ui/data-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { spotOf } from '../../../state/facility-edits.ts';
import { zoomTo } from '../../../state/view.ts';
import { useShownFacilities } from '../../frame/shown-facilities.ts';
import { numberedSites, type NumberedSite } from './numbered-sites.ts';

/** What came out of a search: the places, what they bring, and whether anything can be better. */
export function SitingResult({ siting }: { readonly siting: SitingReply }) {
  const { t, format } = useText();
  const facilities = new Map((useShownFacilities() ?? []).map(({ id, name }) => [id, name]));
  const amount = (value: number): string => {
    switch (siting.unit) {
      case 'metres': return format.distance(value);
      case 'seconds': return t('reach.minutes', { minutes: format.number(value / 60, 1) });
      case 'weighted-metres': return siting.weight > 0 ? format.distance(value / siting.weight) : '–';
      case 'weighted-seconds': return siting.weight > 0 ? t('reach.minutes', { minutes: format.number(value / 60 / siting.weight, 1) }) : '–';
      case 'sites': case 'weighted-persons': return format.number(value, 1);
    }
  };
  const numbered = numberedSites(siting.sites);
  const nameOf = ({ facility, address, place }: NumberedSite): string =>
    (facility === null ? t('sitingResult.newPlace', { place }) : (facilities.get(facility) ?? facility)) + (address === null ? '' : ` (${address})`);
  const columns: readonly TableColumn<NumberedSite>[] = [
    { id: 'place', label: t('sitingResult.place'), sortBy: ({ place }) => place, cell: nameOf },
    { id: 'kind', label: t('sitingResult.kind'), sortBy: ({ facility }) => (facility === null ? 0 : 1), cell: ({ facility }) => t(facility === null ? 'sitingResult.new' : 'sitingResult.stays') },
    { id: 'persons', label: t('gaps.persons'), isNumber: true, sortBy: ({ persons }) => persons, cell: ({ persons }) => format.number(persons) },
  ];
  return (
    <section className="panel-section" aria-live="polite">
      <h2>{t('sitingResult.title')}</h2>
      <p className="reach-headline"><strong>{amount(siting.objective)}</strong> {t(`sitingResult.objective.${siting.model}`)}</p>
      <Notice tone={siting.proven ? 'info' : 'warn'}>
        <p>{siting.proven ? t('sitingResult.proven') : t('sitingResult.notProven', { bound: amount(siting.bound), gap: format.percent(siting.gap, 1) })}</p>
      </Notice>
      <dl className="reach-change">
        <div><dt>{t('sitingResult.bound')}</dt><dd>{amount(siting.bound)}</dd></div>
        <div><dt>{t('sitingResult.gap')}</dt><dd>{format.percent(siting.gap, 1)}</dd></div>
        <div><dt>{t('sitingResult.ties')}</dt><dd>{siting.equalExchanges === null ? t('sitingResult.notCounted') : format.number(siting.equalExchanges)}</dd></div>
        <div><dt>{t('sitingResult.candidates')}</dt><dd>{format.number(siting.candidates)}</dd></div>
      </dl>
      {siting.outOfReach > 0 && <Notice tone="warn"><p>{t('sitingResult.outOfReach', { persons: format.number(siting.outOfReach), all: format.number(siting.persons) })}</p></Notice>}
      <DataTable
        label={t('sitingResult.title')} columns={columns} rows={numbered} idOf={({ place }) => String(place)} nameOf={nameOf} whenEmpty={t('sitingResult.none')}
        more={(left) => t('app.more', { count: left })}
        onChoose={(id) => {
          const site = numbered.find(({ place }) => String(place) === id);
          if (site !== undefined) zoomTo(spotOf(site.x, site.y));
        }}
      />
    </section>
  );
}
