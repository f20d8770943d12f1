import type { NormSet } from '@woonzorgzones/core/model';
import type { AreaAnalysis, PlanAnalysis } from '@woonzorgzones/core/needs';
import { Fragment, useMemo } from 'react';
import { paintCount } from '../../map/classes.ts';
import { gapRamp } from '../../map/palette.ts';
import { chooseNorm, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { FacilitySymbol } from '../frame/facility-symbol.tsx';
import { classesOf } from '../measures/colouring.ts';
import { answerIn, measuresOf, shortShare, type Answer, type Measure } from '../measures/measure.ts';
import { normLabel, statusMark } from '../measures/words.ts';
import { DerivationCard } from './derivation-card.tsx';

interface GapMatrixProps {
  readonly analysis: PlanAnalysis;
  readonly norms: NormSet | undefined;
}

/** Needs down, zones across: colour says where, the figure how much; a cell opens how it came about. */
export function GapMatrix({ analysis, norms }: GapMatrixProps) {
  const text = useText();
  const { t } = text;
  const chosenNorm = useView((view) => view.norm);
  const chosenZone = useView((view) => view.zone);
  const measures = useMemo(() => measuresOf(analysis), [analysis]);
  const columns: readonly { readonly zone: string | null; readonly name: string; readonly area: AreaAnalysis }[] = [
    ...analysis.zones.map((area) => ({ zone: area.zone, name: area.name, area })),
    ...(analysis.unassigned.blocks > 0 ? [{ zone: null, name: t('plan.unassigned'), area: analysis.unassigned }] : []),
  ];
  const isChosenZone = columns.some(({ zone }) => zone === chosenZone);
  return (
    <section className="panel-section">
      <h2>{t('gaps.matrix')}</h2>
      <p className="soft small">{t('gaps.matrixHint')}</p>
      <div className="matrix-scroll" tabIndex={0} role="group" aria-label={t('gaps.matrix')}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{t('gaps.norm')}</th>
              {columns.map(({ zone, name }) => <th key={zone ?? ''} scope="col">{name}</th>)}
              <th scope="col">{t('plan.whole')}</th>
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => (
              <Fragment key={measure.norm}>
                <tr>
                  <th scope="row">
                    <span className="matrix-norm">
                      <FacilitySymbol category={measure.category} size={18} />
                      <span>{normLabel(text, norms, measure.norm)}{statusMark(measure.status)}{measure.kind === 'distance' && analysis.provenance.distances.method === 'straight-line' && <span className="matrix-straight">{t('gaps.straight')}</span>}</span>
                    </span>
                  </th>
                  {columns.map(({ zone, name, area }) => <MatrixCell key={zone ?? ''} measure={measure} zone={zone} name={name} area={area} norms={norms} />)}
                  <MatrixTotal measure={measure} area={analysis.municipality} />
                </tr>
                {measure.norm === chosenNorm && isChosenZone && (
                  <tr><td className="matrix-opened" colSpan={columns.length + 2}><DerivationCard analysis={analysis} norms={norms} /></td></tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface MatrixCellProps {
  readonly measure: Measure;
  readonly zone: string | null;
  readonly name: string;
  readonly area: AreaAnalysis;
  readonly norms: NormSet | undefined;
}

function MatrixCell({ measure, zone, name, area, norms }: MatrixCellProps) {
  const text = useText();
  const isChosen = useView((view) => view.norm === measure.norm && view.zone === zone);
  const answer = answerIn(area, measure.norm);
  if (answer === null) return <td />;
  const paint = paintCount(classesOf(measure, 'short'), shortShare(answer));
  const isDark = typeof paint === 'object' && paint?.color === gapRamp.at(-1);
  return (
    <td>
      <button
        type="button" className="matrix-cell" aria-expanded={isChosen} data-dark={isDark} data-pattern={typeof paint === 'string' ? paint : null}
        style={typeof paint === 'object' && paint !== null ? { background: paint.color } : {}}
        aria-label={cellLabel(text, answer, name, normLabel(text, norms, measure.norm))}
        onClick={() => chooseNorm(isChosen ? null : measure.norm, zone)}
      >
        <CellFigures answer={answer} />
      </button>
    </td>
  );
}

function MatrixTotal({ measure, area }: { readonly measure: Measure; readonly area: AreaAnalysis }) {
  const answer = answerIn(area, measure.norm);
  return <td className="matrix-total">{answer !== null && <CellFigures answer={answer} />}</td>;
}

function CellFigures({ answer }: { readonly answer: Answer }) {
  const { t, format } = useText();
  if (answer.kind === 'distance') return <span className="matrix-figure">{format.countPercent(answer.coverage.share)}</span>;
  const { present, required } = answer.need;
  return (
    <>
      <span className="matrix-figure">{format.count(present.count)}</span>
      <span className="matrix-of">{t('gaps.ofRequired', { required: format.countAmount(required.count) })}</span>
    </>
  );
}

function cellLabel({ t, format }: ReturnType<typeof useText>, answer: Answer, zone: string, norm: string): string {
  if (answer.kind === 'distance') {
    const { share, withinMetres } = answer.coverage;
    return share.kind === 'known'
      ? t('gaps.cellCoverage', { zone, norm, share: format.percent(share.value), distance: format.distance(withinMetres) })
      : t('gaps.cellUnknown', { zone, norm });
  }
  const { present, required, missing } = answer.need;
  if (missing.count.kind !== 'known') return t('gaps.cellUnknown', { zone, norm });
  const facts = { zone, norm, present: format.count(present.count), required: format.countAmount(required.count) };
  return missing.count.value > 0 ? t('gaps.cell', { ...facts, missing: format.countAmount(missing.count) }) : t('gaps.cellMet', facts);
}
