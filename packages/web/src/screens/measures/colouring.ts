import type { Count } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { amountBreaks, distanceBreaks, shortBreaks, unitLabel } from '@woonzorgzones/core/report';
import { makeClasses, paintCount, type Classes } from '../../map/classes.ts';
import { coverageRamp, gapRamp } from '../../map/palette.ts';
import type { AreaPaint } from '../../map/scene.ts';
import type { Format } from '../../text/format.ts';
import { gapAnswerIn, metShare, shortShare, type GapAnswer, type Measure } from './measure.ts';

/** How zones are filled and what stands under their names, for one measure. */
export interface Colouring {
  readonly paints: ReadonlyMap<string, AreaPaint | null>;
  readonly notes: ReadonlyMap<string, string>;
  readonly classes: Classes;
}

const gapClasses = makeClasses(shortBreaks, gapRamp);
const amountClasses = makeClasses(amountBreaks, coverageRamp);
const distanceClasses = makeClasses(distanceBreaks, coverageRamp);

export const classesOf = (measure: Measure, of: 'short' | 'met'): Classes =>
  of === 'short' ? gapClasses : measure.kind === 'distance' ? distanceClasses : amountClasses;

export function colourZones(analysis: PlanAnalysis, measure: Measure, of: 'short' | 'met', format: Format): Colouring {
  const classes = classesOf(measure, of);
  const paints = new Map<string, AreaPaint | null>();
  const notes = new Map<string, string>();
  for (const area of analysis.zones) {
    const answer = gapAnswerIn(area, measure.norm);
    if (answer === null) continue;
    paints.set(area.zone, paintCount(classes, of === 'short' ? shortShare(answer) : metShare(answer)));
    notes.set(area.zone, of === 'short' && answer.kind !== 'distance'
      ? `${format.countAmount(missingOf(answer))} ${unitLabel(answer.kind === 'amount' ? answer.need.unit : 'woningen', 0, format.language)}`
      : format.countPercent(of === 'short' ? shortShare(answer) : metShare(answer)));
  }
  return { paints, notes, classes };
}

const missingOf = (answer: Exclude<GapAnswer, { kind: 'distance' }>): Count => (answer.kind === 'amount' ? answer.need.missing : answer.form.missing).count;
