import type { CategoryId } from '@woonzorgzones/core/model';
import { useMemo } from 'react';
import { useAnalysis, useNormSet } from '../../state/queries.ts';
import { chooseMeasure, chooseZone, openDoor, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/fields.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { useChosen } from '../frame/chosen.ts';
import { Problem } from '../frame/problem.tsx';
import { useShownMeasure } from '../measures/current-measure.ts';
import { answerIn, measuresOf, metShare } from '../measures/measure.ts';
import { categoryName, normLabel, statusMark } from '../measures/words.ts';
import { headline } from './headline.ts';
import { PaperActions } from './paper-actions.tsx';
import { PresentTabs } from './present-tabs.tsx';
import { MapToStory } from './story/map-to-story.tsx';
import './present-panel.css';

/** Presenteren: one map, one sentence, one figure; large enough for the back row. */
export function PresentPanel() {
  const text = useText();
  const { t, format } = text;
  const { planId, plan, municipality } = useChosen();
  const analysis = useAnalysis(planId);
  const norms = useNormSet(plan.data?.plan.normSet ?? null).data;
  const shown = useShownMeasure(planId);
  const zone = useView((view) => view.zone);
  const measures = useMemo(() => (analysis.data === undefined ? [] : measuresOf(analysis.data)), [analysis.data]);
  const title = <h1 className="panel-title">{t('present.title')}</h1>;
  if (planId === null) {
    return (
      <>
        {title}
        <p>{t('present.none')}</p>
        <Button look="accent" onPress={() => openDoor('start')}>{t('data.toStart')}</Button>
      </>
    );
  }
  if (plan.isError) return <Problem error={plan.error} onRetry={() => void plan.refetch()} />;
  if (analysis.isError) return <Problem error={analysis.error} onRetry={() => void analysis.refetch()} />;
  if (analysis.data === undefined || municipality.data === undefined) return <Waiting>{t('app.loading')}</Waiting>;
  if (shown === null) return <>{title}<PresentTabs /><p>{t('present.noMeasures')}</p></>;
  const { data } = analysis;
  const area = data.zones.find((one) => one.zone === zone);
  const said = headline(text, area ?? data.municipality, area?.name ?? municipality.data.name, shown);
  const source = norms?.norms.find(({ id }) => id === shown.norm)?.source;
  const ids = [...new Set(measures.map(({ category }) => category))];
  const ranked = data.zones
    .map((one) => ({ zone: one.zone, name: one.name, answer: answerIn(one, shown.norm) }))
    .flatMap(({ answer, ...rest }) => (answer === null ? [] : [{ ...rest, share: metShare(answer) }]))
    .sort((a, b) => (a.share.kind === 'known' ? a.share.value : 9) - (b.share.kind === 'known' ? b.share.value : 9) || a.name.localeCompare(b.name, 'nl-BE'));
  return (
    <div className="present">
      {title}
      <PresentTabs />
      <PaperActions plan={planId} />
      {plan.data !== undefined && <MapToStory plan={plan.data} norm={shown.norm} zone={area?.zone ?? null} />}
      <div className="present-choice">
        <Select
          label={t('present.category')} value={shown.category}
          options={ids.map((id) => ({ id, name: categoryName(text, id) }))}
          onChange={(id) => {
            const first = measures.find(({ category, kind }) => category === (id as CategoryId) && kind === 'distance') ?? measures.find(({ category }) => category === (id as CategoryId));
            if (first !== undefined) chooseMeasure(first.norm);
          }}
        />
        <Select
          label={t('present.measure')} value={shown.norm}
          options={measures.filter(({ category }) => category === shown.category).map(({ norm, status }) => ({ id: norm, name: `${normLabel(text, norms, norm)}${statusMark(status)}` }))}
          onChange={chooseMeasure}
        />
      </div>
      <figure className="present-figure">
        <p className="present-number">{said.figure}</p>
        <figcaption className="present-sentence">{said.sentence}</figcaption>
      </figure>
      <p className="soft">{said.basis.concat(data.provenance.distances.method === 'straight-line' && shown.kind === 'distance' ? [t('gaps.straight')] : []).join(' · ')}{statusMark(shown.status)}</p>
      <section className="panel-section">
        <h2>{t('present.perZone')}</h2>
        <ul className="present-zones">
          {ranked.map(({ zone: id, name, share }) => (
            <li key={id}>
              <button type="button" className="present-zone" aria-pressed={id === zone} onClick={() => chooseZone(id === zone ? null : id)}>
                <span>{name}</span>
                <strong>{format.countPercent(share)}</strong>
                <span className="present-bar" aria-hidden="true"><span style={{ width: `${share.kind === 'known' ? Math.min(100, share.value * 100) : 0}%` }} /></span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {shown.status === 'unconfirmed' && <p className="small soft">{t('gaps.unconfirmedHelp')}</p>}
      {source !== undefined && <p className="small soft">{t('gaps.norm')}: {source.title}{source.place !== null && `, ${source.place}`}{source.year !== null && ` (${source.year})`}</p>}
    </div>
  );
}
