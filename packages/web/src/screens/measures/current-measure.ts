import { useMemo } from 'react';
import { useAnalysis } from '../../state/queries.ts';
import { useShownAnalysis } from '../analyse/shown-analysis.ts';
import { useView } from '../../state/view.ts';
import { gapMeasuresOf, measuresOf, type Measure } from './measure.ts';

/** The measure Leemten looks at: the chosen norm, else the first column of the matrix. */
export function useGapMeasure(): Measure | null {
  const { analysis } = useShownAnalysis();
  const chosen = useView((view) => view.norm);
  return useMemo(() => {
    if (analysis === null) return null;
    const measures = gapMeasuresOf(analysis);
    // A function is there or not: it has no colours of its own.
    return (chosen === null ? measures[0] : measures.find(({ norm }) => norm === chosen)) ?? null;
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
