import { lazy, Suspense, useState } from 'react';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import './plan-files.css';

const DivisionDialog = lazy(async () => ({ default: (await import('./division-dialog.tsx')).DivisionDialog }));

const forms = ['gpkg', 'geojson', 'zip', 'csv', 'xlsx'] as const;

/** How a plan goes out and zones come in. */
export function PlanFileSection({ plan, dataset }: { readonly plan: string; readonly dataset: string }) {
  const { t } = useText();
  const [bringing, setBringing] = useState(false);
  return (
    <Disclosure title={t('planFiles.section')}>
      <ul className="plan-files">
        {forms.map((form) => <li key={form}><a href={`/api/plans/${plan}/export.${form}`} download>{t(`planFiles.out.${form}`)}</a></li>)}
      </ul>
      <div className="panel-row"><Button icon="upload" onPress={() => setBringing(true)}>{t('planFiles.open')}</Button></div>
      {bringing && <Suspense><DivisionDialog plan={plan} dataset={dataset} onClose={() => setBringing(false)} /></Suspense>}
    </Disclosure>
  );
}
