import { useState } from 'react';
import { useAnalysis, useNormSet, usePlan, usePlans } from '../../state/queries.ts';
import { useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { useShownMeasure } from '../measures/current-measure.ts';
import { statusMark } from '../measures/words.ts';
import { PrintDialog } from './print-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';

/** What can be taken along of a plan: a map on paper, and its report. */
export function PaperActions({ plan: planId }: { readonly plan: string }) {
  const { t, language } = useText();
  const plan = usePlan(planId).data;
  const analysis = useAnalysis(planId).data;
  const norms = useNormSet(plan?.plan.normSet ?? null).data;
  const plans = usePlans().data ?? [];
  const zone = useView((view) => view.zone);
  const measure = useShownMeasure(planId);
  const [open, setOpen] = useState<'print' | 'report' | null>(null);
  if (plan === undefined) return null;
  const close = (): void => setOpen(null);
  const others = plans.filter((other) => other.id !== planId && other.dataset === plan.plan.dataset).map(({ id, name, version }) => ({ id, name: `${name} (${version})` }));
  const years = analysis?.municipality.projections.map(({ year }) => year) ?? [];
  const besides = [
    ...(plan.plan.scenarios ?? []).map(({ id, name }) => ({ id: `scenario ${id}`, name })), ...years.map((year) => ({ id: `year ${year}`, name: String(year) })), ...others.map(({ id, name }) => ({ id: `against ${id}`, name })),
  ];
  const layers = (norms?.norms ?? []).map(({ id, label, status }) => ({ id, name: `${label[language]}${statusMark(status)}` }));
  return (
    <div className="panel-row">
      <Button onPress={() => setOpen('print')}>{t('print.open')}</Button>
      <Button onPress={() => setOpen('report')}>{t('report.make')}</Button>
      {open === 'print' && <PrintDialog plan={planId} version={plan.version} zones={analysis?.zones.map(({ zone: id, name }) => ({ id, name })) ?? []} norms={layers} besides={besides} shown={{ layer: measure?.norm ?? 'zones', zone }} onClose={close} />}
      {open === 'report' && <ReportDialog plan={planId} others={others} years={years} onClose={close} />}
    </div>
  );
}
