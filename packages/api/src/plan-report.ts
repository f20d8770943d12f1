import type { Language, NormSet, Result } from '@woonzorgzones/core/model';
import { buildReport, type ComparedPlan, type ReportInput, type ReportProgress } from '@woonzorgzones/core/report';
import { printTools, type WrittenReport } from '@woonzorgzones/files';
import { analysisOf, lookedKernen, lookedProposals, type Looked, type LookProblem } from './analyses.ts';
import { lookBeside, lookLabel, planBeside } from './compared-plan.ts';
import { criteriaOf } from './criteria.ts';
import { groundOfPlan } from './plan-delineation.ts';
import { sheetMaker, type PrintedPlan } from './plan-sheet.ts';
import { problemOf } from './problem.ts';

/** What is asked of a report. */
export interface ReportChoice {
  readonly language: Language;
  /** Plans on the same municipality that it is compared with. */
  readonly against: readonly PrintedPlan[];
  /** Other years it is compared with. */
  readonly years: readonly number[];
  /** The norm sets that scenarios may name. */
  readonly shipped: ReadonlyMap<string, NormSet>;
}

/** The gap report of a plan, with its scenarios beside it, ready to be written in any form; `date` (ISO) stands on it. */
export function planReport(printed: PrintedPlan, { language, against, years, shipped }: ReportChoice, date: string, onProgress: ReportProgress): WrittenReport {
  const { municipality, plan, version, norms } = printed;
  const { nuclei } = groundOfPlan(municipality, plan);
  const asItStands = { scenario: null, year: null };
  const notCompared: string[] = [];
  const looked = (look: Looked): readonly ComparedPlan[] => {
    const beside = lookBeside(printed, look, shipped);
    if (beside.ok) return [beside.value];
    notCompared.push(`${lookLabel(plan, look)}: ${problemOf(beside.error).detail}`);
    return [];
  };
  const compared: readonly ComparedPlan[] = [
    ...(plan.scenarios ?? []).flatMap(({ id }) => looked({ scenario: id, year: null })),
    ...years.flatMap((year) => looked({ scenario: null, year })),
    ...against.map((other) => planBeside(other, norms)),
  ];
  const input: ReportInput = {
    municipality, plan, planVersion: version, norms, nuclei, language, date, maker: sheetMaker,
    analysis: analysisOf(municipality, norms, plan), criteria: criteriaOf(municipality, plan), places: municipality.nuclei.length > 0 ? municipality.nuclei : nuclei,
    kernen: found(lookedKernen(municipality, norms, plan, asItStands, shipped)), proposals: found(lookedProposals(municipality, norms, plan, asItStands, shipped)),
    against: compared, notCompared,
  };
  return { document: buildReport(input, printTools, onProgress), municipality, plan, analysis: input.analysis, norms, nuclei: input.places, kernen: input.kernen, proposals: input.proposals, against: compared };
}

/** A plan as it stands can always be looked at. */
function found<T>(answer: Result<T, LookProblem>): T {
  if (!answer.ok) throw new Error(`Got ${answer.error.code} when expected the plan as it stands.`);
  return answer.value;
}
