import { remarkThemes } from '@woonzorgzones/core/model';
import { remarkThemeWords } from '@woonzorgzones/core/report';
import type { PlanReply } from '@woonzorgzones/api/schemas';
import { useMemo, useState } from 'react';
import { filterRemarks, shownRemarks, useRemarks, useRemarkView } from '../../../state/remarks.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Select } from '../../../ui/fields.tsx';
import { Problem } from '../../frame/problem.tsx';
import { RemarkCard } from './remark-card.tsx';
import { WitnessLinksDialog } from './witness-links-dialog.tsx';
import '../../remarks.css';
import './remark-section.css';

/** The id the filters know "all" by. */
const all = '-';

/** What privileged witnesses said of the plan, and the links by which they can. */
export function RemarkSection({ plan }: { readonly plan: PlanReply }) {
  const { t } = useText();
  const [linking, setLinking] = useState(false);
  const remarks = useRemarks(plan.id);
  const count = remarks.data?.length ?? 0;
  const open = remarks.data?.filter(({ handled }) => !handled).length ?? 0;
  return (
    <Disclosure title={count === 0 ? t('remarks.title') : `${t('remarks.title')}: ${t('remarks.count', { count, open })}`}>
      <div className="remark-section">
        <div className="panel-row"><Button icon="link" onPress={() => setLinking(true)}>{t('remarks.links')}</Button></div>
        {remarks.isError && <Problem error={remarks.error} onRetry={() => void remarks.refetch()} />}
        {remarks.data !== undefined && count === 0 && <p className="soft">{t('remarks.none')}</p>}
        {count > 0 && <Remarks plan={plan} />}
      </div>
      {linking && <WitnessLinksDialog plan={plan.id} onClose={() => setLinking(false)} />}
    </Disclosure>
  );
}

function Remarks({ plan }: { readonly plan: PlanReply }) {
  const { t, language } = useText();
  const remarks = useRemarks(plan.id).data;
  const { theme, zone, state } = useRemarkView();
  const shown = useMemo(() => shownRemarks(remarks ?? [], { theme, zone, state }), [remarks, theme, zone, state]);
  const { zones } = plan.plan;
  return (
    <>
      <div className="remark-filters">
        <Select
          label={t('remarks.filterTheme')} value={theme ?? all}
          options={[{ id: all, name: t('remarks.all') }, ...remarkThemes.map((id) => ({ id, name: remarkThemeWords[id][language] }))]}
          onChange={(id) => filterRemarks({ theme: id === all ? null : id })}
        />
        <Select
          label={t('remarks.filterZone')} value={zone ?? all} options={[{ id: all, name: t('remarks.all') }, ...zones.map(({ id, name }) => ({ id, name }))]}
          onChange={(id) => filterRemarks({ zone: id === all ? null : id })}
        />
        <Select
          label={t('remarks.filterState')} value={state ?? all}
          options={[{ id: all, name: t('remarks.all') }, { id: 'open', name: t('remarks.stateOpen') }, { id: 'handled', name: t('remarks.stateHandled') }]}
          onChange={(id) => filterRemarks({ state: id === 'open' || id === 'handled' ? id : null })}
        />
      </div>
      {shown.length === 0 && <p className="soft">{t('remarks.noneFit')}</p>}
      <ol className="remark-list" aria-label={t('remarks.title')}>
        {shown.map((remark) => <RemarkCard key={remark.id} plan={plan} remark={remark} />)}
      </ol>
      <p className="remark-export">
        {t('remarks.export')}: {(['csv', 'xlsx', 'geojson'] as const).map((form) => <a key={form} href={`/api/plans/${plan.id}/remarks.${form}`} download>{form.toUpperCase()}</a>)}
      </p>
    </>
  );
}
