import { categories, type CategoryGroup, type NormSet } from '@woonzorgzones/core/model';
import type { AreaAnalysis, PlanAnalysis } from '@woonzorgzones/core/needs';
import { untoldLines } from '@woonzorgzones/core/report';
import { Fragment, useMemo, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { paintCount } from '../../../map/classes.ts';
import { gapRamp } from '../../../map/palette.ts';
import { cellFigures, type CellFigure } from '../../../state/address.ts';
import { chooseNorm, openZoneSheet, showFigure, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Checkbox } from '../../../ui/fields.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FacilitySymbol } from '../../frame/facility-symbol.tsx';
import { classesOf } from '../../measures/colouring.ts';
import { GroupChips, groupsAtFirst } from '../../measures/group-chips.tsx';
import { areaOf, gapAnswerIn, gapMeasuresOf, shortShare, wholeMunicipality, type Measure } from '../../measures/measure.ts';
import { amountName, breakable, normLabel, statusMark } from '../../measures/words.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { ChangeMark } from '../change-mark.tsx';
import { DerivationCard } from '../derivation-card.tsx';
import { figureOf, toldFigure, unitOf } from './cell-figure.ts';
import { useCellGrid } from './use-cell-grid.ts';
import './matrix.css';

interface GapMatrixProps {
  readonly analysis: PlanAnalysis;
  /** The plan as it stands, where the analysis is of a scenario or another year. */
  readonly base: PlanAnalysis | null;
  readonly norms: NormSet;
}

interface Line {
  /** Null: the blocks that are not assigned yet. */
  readonly zone: string | null;
  readonly name: string;
  readonly area: AreaAnalysis;
  readonly base: AreaAnalysis | null;
}

/** By whom it touches, by name, or by how short one norm falls; pressing again turns it round. */
interface Order {
  readonly by: string;
  readonly isTurned: boolean;
}

const byAffected = '75+';
const byName = 'naam';

/** Zones down, needs across: colour says where it is short, the figure how much; a cell opens how its figure came about. */
export function GapMatrix({ analysis, base, norms }: GapMatrixProps) {
  const text = useText();
  const { t } = text;
  const figure = useView((view) => view.figure);
  const chosenNorm = useView((view) => view.norm);
  const chosenZone = useView((view) => view.zone);
  const [asked, setAsked] = useState<ReadonlySet<CategoryGroup>>(groupsAtFirst);
  const [onlyShort, setOnlyShort] = useState(false);
  const [order, setOrder] = useState<Order>({ by: byAffected, isTurned: false });

  const all = useMemo(() => gapMeasuresOf(analysis), [analysis]);
  const groups = new Set(all.map(({ category }) => categories[category].group));
  const ofChosen = all.find(({ norm }) => norm === chosenNorm);
  const shownGroups = new Set([...asked, ...(ofChosen === undefined ? [] : [categories[ofChosen.category].group])]);
  const isShort = new Set(analysis.gaps.map(({ norm }) => norm));
  const measures = all.filter(({ norm, category }) => shownGroups.has(categories[category].group) && (!onlyShort || isShort.has(norm)));
  const lines = inOrder(linesOf(analysis, base, t('plan.unassigned')), analysis, measures, order);
  const { grid, cell } = useCellGrid(measures.length + 1);
  const untold = useMemo(() => untoldLines(analysis, norms, text.language), [analysis, norms, text.language]);
  const opened = measures.some(({ norm }) => norm === chosenNorm) && (
    <tr><td className="matrix-opened" colSpan={measures.length + 1}><DerivationCard analysis={analysis} norms={norms} /></td></tr>
  );
  const turn = (by: string): void => setOrder((now) => (now.by === by ? { by, isTurned: !now.isTurned } : { by, isTurned: false }));
  const sortWord = (by: string): 'ascending' | 'descending' | 'none' => (order.by !== by ? 'none' : order.isTurned === (by === byName) ? 'descending' : 'ascending');

  return (
    <section className="panel-section matrix-page" aria-label={t('gaps.matrix')}>
      <div className="matrix-choices">
        <ToggleButtonGroup aria-label={t('gaps.figure')} className="segments" selectionMode="single" disallowEmptySelection selectedKeys={[figure]} onSelectionChange={(keys) => { for (const key of keys) showFigure(key as CellFigure); }}>
          {cellFigures.map((one) => <ToggleButton key={one} id={one} className="segment">{t(`gaps.figures.${one}`)}</ToggleButton>)}
        </ToggleButtonGroup>
        <GroupChips groups={groups} shown={shownGroups} onShow={setAsked} />
        <Checkbox isSelected={onlyShort} onChange={setOnlyShort}>{t('gaps.onlyShort')}</Checkbox>
      </div>
      {measures.length === 0
        ? <p className="soft">{t('gaps.noneShort')}</p>
        : (
          <div className="matrix-scroll">
            <table className="matrix" role="grid" aria-label={t('gaps.matrix')} {...grid}>
              <thead>
                <tr>
                  <th scope="col" aria-sort={order.by === byName ? sortWord(byName) : 'none'}>
                    <button type="button" className="matrix-head" {...cell(0, 0)} onClick={() => turn(order.by === byName ? byAffected : byName)}>
                      <span>{t('gaps.zone')}</span>
                      <span className="soft">{t(order.by === byName ? 'gaps.sortName' : order.by === byAffected ? 'gaps.sortAffected' : 'gaps.sortNorm')}</span>
                    </button>
                  </th>
                  {measures.map((measure, place) => (
                    <MatrixHead key={measure.norm} measure={measure} norms={norms} analysis={analysis} figure={figure} sort={sortWord(measure.norm)} stop={cell(0, place + 1)} onSort={() => turn(measure.norm)} />
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr className="matrix-whole">
                  <th scope="row"><span className="matrix-zone" {...cell(1, 0)}>{t('plan.whole')}</span></th>
                  {measures.map((measure, place) => (
                    <td key={measure.norm}><WholeCell measure={measure} area={analysis.municipality} base={base?.municipality ?? null} norms={norms} figure={figure} stop={cell(1, place + 1)} /></td>
                  ))}
                </tr>
                {wholeMunicipality === chosenZone && opened}
                {lines.map((line, row) => (
                  <Fragment key={line.zone ?? ''}>
                    <tr data-chosen={line.zone === chosenZone && chosenNorm !== null}>
                      <th scope="row">
                        {line.zone === null
                          ? <span className="matrix-zone" {...cell(row + 2, 0)}>{line.name}</span>
                          : <button type="button" className="matrix-zone" {...cell(row + 2, 0)} onClick={() => openZoneSheet(line.zone!)}>{line.name}</button>}
                      </th>
                      {measures.map((measure, place) => (
                        <td key={measure.norm}><MatrixCell measure={measure} line={line} norms={norms} figure={figure} stop={cell(row + 2, place + 1)} /></td>
                      ))}
                    </tr>
                    {line.zone === chosenZone && opened}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </div>
        )}
      <p className="soft small">{t('gaps.matrixHint')}</p>
      {untold.length > 0 && (
        <Disclosure title={t('gaps.untold', { count: untold.length })}>
          <ul className="bullets small">{untold.map((line) => <li key={line}>{line}</li>)}</ul>
        </Disclosure>
      )}
    </section>
  );
}

const linesOf = (analysis: PlanAnalysis, base: PlanAnalysis | null, unassigned: string): readonly Line[] => [
  ...analysis.zones.map((area) => ({ zone: area.zone, name: area.name, area, base: base === null ? null : areaOf(base, area.zone) })),
  ...(analysis.unassigned.blocks > 0 ? [{ zone: null, name: unassigned, area: analysis.unassigned, base: base?.unassigned ?? null }] : []),
];

/** Ties keep the order of the plan. */
function inOrder(lines: readonly Line[], analysis: PlanAnalysis, measures: readonly Measure[], { by, isTurned }: Order): readonly Line[] {
  const way = isTurned ? -1 : 1;
  if (by === byName) return lines.toSorted((a, b) => a.name.localeCompare(b.name, 'nl-BE', { numeric: true }) * way);
  const norms = new Set(measures.map(({ norm }) => norm));
  const affected = ({ zone }: Line): number => analysis.gaps.reduce((sum, gap) =>
    (gap.zone === zone && norms.has(gap.norm) && gap.affected75.kind === 'known' ? sum + gap.affected75.value : sum), 0);
  const short = ({ area }: Line): number => {
    const answer = gapAnswerIn(area, by);
    const share = answer === null ? null : shortShare(answer);
    return share?.kind === 'known' ? share.value : -1;
  };
  const weight = by === byAffected ? affected : short;
  return lines.toSorted((a, b) => (weight(b) - weight(a)) * way);
}

type Stop = ReturnType<ReturnType<typeof useCellGrid>['cell']>;

interface MatrixHeadProps {
  readonly measure: Measure;
  readonly norms: NormSet;
  readonly analysis: PlanAnalysis;
  readonly figure: CellFigure;
  readonly sort: 'ascending' | 'descending' | 'none';
  readonly stop: Stop;
  readonly onSort: () => void;
}

function MatrixHead({ measure, norms, analysis, figure, sort, stop, onSort }: MatrixHeadProps) {
  const text = useText();
  const { t } = text;
  const answer = gapAnswerIn(analysis.municipality, measure.norm);
  const isStraight = measure.kind === 'distance' && analysis.provenance.distances.method === 'straight-line';
  return (
    <th scope="col" aria-sort={sort}>
      <button type="button" className="matrix-head" {...stop} onClick={onSort}>
        <FacilitySymbol category={measure.category} size={18} />
        <span>{breakable(measure.kind === 'amount' ? amountName(text, norms, analysis.municipality.needs, measure) : normLabel(text, norms, measure.norm))}{statusMark(measure.status)}</span>
        <span className="soft">{answer !== null && unitOf(text, answer, figure)}{isStraight && ` (${t('gaps.straight')})`}</span>
        {sort !== 'none' && <Icon name={sort === 'ascending' ? 'up' : 'down'} size={14} />}
      </button>
    </th>
  );
}

interface CellProps {
  readonly measure: Measure;
  readonly figure: CellFigure;
  readonly stop: Stop;
}

function WholeCell({ measure, area, base, norms, figure, stop }: CellProps & { readonly area: AreaAnalysis; readonly base: AreaAnalysis | null; readonly norms: NormSet }) {
  const text = useText();
  const isChosen = useView((view) => view.norm === measure.norm && view.zone === wholeMunicipality);
  const answer = gapAnswerIn(area, measure.norm);
  const before = base === null ? null : gapAnswerIn(base, measure.norm);
  if (answer === null) return <span className="matrix-total" {...stop} />;
  const told = figureOf(answer, area, figure);
  return (
    <button
      type="button" className="matrix-total" aria-expanded={isChosen} aria-label={cellLabel(text, text.t('plan.whole'), measure, answer, told, norms, figure)}
      {...stop} onClick={() => chooseNorm(isChosen ? null : measure.norm, isChosen ? null : wholeMunicipality)}
    >
      <span className="matrix-figure">{toldFigure(text, told)}{statusMark(measure.status)}</span>
      {before !== null && base !== null && <ChangeMark now={told.count} base={figureOf(before, base, figure).count} isShare={told.isShare} />}
    </button>
  );
}

/** What a cell says, read out: whose figure of what, how much, and whether its norm is sure. */
function cellLabel(text: ReturnType<typeof useText>, zone: string, { norm, status }: Measure, answer: NonNullable<ReturnType<typeof gapAnswerIn>>, told: ReturnType<typeof figureOf>, norms: NormSet | undefined, figure: CellFigure): string {
  const label = text.t('gaps.cellName', {
    zone, norm: normLabel(text, norms, norm), figure: text.t(`gaps.figures.${figure}`), unit: unitOf(text, answer, figure),
    count: told.count.kind === 'known' ? toldFigure(text, told) : text.t(`gaps.kinds.${told.count.kind}`),
  });
  return status === 'unconfirmed' ? text.t('gaps.cellUnconfirmed', { cell: label }) : label;
}

function MatrixCell({ measure, line, norms, figure, stop }: CellProps & { readonly line: Line; readonly norms: NormSet | undefined }) {
  const text = useText();
  const isChosen = useView((view) => view.norm === measure.norm && view.zone === line.zone);
  const answer = gapAnswerIn(line.area, measure.norm);
  const before = line.base === null ? null : gapAnswerIn(line.base, measure.norm);
  if (answer === null) return <span {...stop} />;
  const told = figureOf(answer, line.area, figure);
  const paint = paintCount(classesOf(measure, 'short'), shortShare(answer));
  const colour = typeof paint === 'object' ? paint?.color : undefined;
  const written = toldFigure(text, told);
  return (
    <button
      type="button" className="matrix-cell" aria-expanded={isChosen} data-dark={colour === gapRamp.at(-1)} data-pattern={typeof paint === 'string' ? paint : null} data-kind={told.count.kind}
      style={colour === undefined ? {} : { background: `${colour}${paintedOpacity}` }}
      aria-label={cellLabel(text, line.name, measure, answer, told, norms, figure)}
      {...stop} onClick={() => chooseNorm(isChosen ? null : measure.norm, line.zone)}
    >
      <span className="matrix-figure">{written}</span>
      {before !== null && line.base !== null && <ChangeMark now={told.count} base={figureOf(before, line.base, figure).count} isShare={told.isShare} />}
      {measure.status === 'unconfirmed' && <span className="matrix-mark" aria-hidden="true">◊</span>}
    </button>
  );
}

/** As on the map: the class colours at 75 %, as hexadecimal opacity. */
const paintedOpacity = 'bf';
