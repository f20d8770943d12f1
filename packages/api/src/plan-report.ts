import type { Language } from '@woonzorgzones/core/model';
import { buildReport, type ReportInput, type ReportProgress } from '@woonzorgzones/core/report';
import { printTools, type WrittenReport } from '@woonzorgzones/files';
import { analysisOf } from './analyses.ts';
import { criteriaOf } from './criteria.ts';
import { groundOfPlan } from './plan-delineation.ts';
import { sheetMaker, type PrintedPlan } from './plan-sheet.ts';

/** What is asked of a report. */
export interface ReportChoice {
  readonly language: Language;
  /** Plans on the same municipality that it is compared with. */
  readonly against: readonly PrintedPlan[];
}

/** The gap report of a plan, ready to be written in any form; `date` (ISO) stands on it. */
export function planReport({ municipality, plan, version, norms }: PrintedPlan, { language, against }: ReportChoice, date: string, onProgress: ReportProgress): WrittenReport {
  const { nuclei } = groundOfPlan(municipality, plan);
  const input: ReportInput = {
    municipality, plan, planVersion: version, norms, nuclei, language, date, maker: sheetMaker,
    analysis: analysisOf(municipality, norms, plan), criteria: criteriaOf(municipality, plan), places: municipality.nuclei.length > 0 ? municipality.nuclei : nuclei,
    against: against.map((other) => ({ label: `${other.plan.name} (${other.version})`, municipality: other.municipality, plan: other.plan, analysis: analysisOf(other.municipality, norms, other.plan) })),
  };
  return { document: buildReport(input, printTools, onProgress), municipality, plan, analysis: input.analysis, norms, nuclei: input.places };
}
