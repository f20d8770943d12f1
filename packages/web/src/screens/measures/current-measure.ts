import { useMemo } from 'react';
import { useAnalysis } from '../../state/queries.ts';
import { useShownAnalysis } from '../analyse/shown-analysis.ts';
import { useView } from '../../state/view.ts';
import { measuresOf, type Measure } from './measure.ts';

/** The measure Leemten looks at: the chosen norm, else that of the first gap, else the first there is. */
export function useGapMeasure(): Measure | null {
  const { analysis } = useShownAnalysis();
  const chosen = useView((view) => view.norm);
  return useMemo(() => {
    if (analysis === null) return null;
    const measures = measuresOf(analysis);
    const of = (norm: string | undefined | null) => measures.find((measure) => measure.norm === norm);
    // A function or a form of living has no colours of its own.
    if (chosen !== null && of(chosen) === undefined) return null;
    return of(chosen) ?? of(analysis.gaps[0]?.norm) ?? measures[0] ?? null;
  }, [analysis, chosen]);
}

/** The measure Presenteren shows: the chosen one, else the first coverage, which a council reads at once. */
export function useShownMeasure(plan: string | null): Measure | null {
  const analysis = useAnalysis(plan).data;
  const chosen = useView((view) => view.measure);
  return useMemo(() => {
    if (analysis === undefined) return null;
    const measures = measuresOf(analysis);
    return measures.find(({ norm }) => norm === chosen) ?? measures.find(({ kind }) => kind === 'distance') ?? measures[0] ?? null;
  }, [analysis, chosen]);
}
