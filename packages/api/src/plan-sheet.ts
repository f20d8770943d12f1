import { err, type Language, type Municipality, type NormSet, type Plan, type Result } from '@woonzorgzones/core/model';
import { drawSheet, isPageId, pageIds, type Drawing, type SheetLayer, type SheetProblem } from '@woonzorgzones/core/report';
import { printTools } from '@woonzorgzones/files';
import { analysisOf } from './analyses.ts';
import { groundOfPlan } from './plan-delineation.ts';

/** A plan as it is to be printed. */
export interface PrintedPlan {
  readonly municipality: Municipality;
  readonly plan: Plan;
  readonly version: number;
  readonly norms: NormSet;
}

/** What is asked of a printed map, as people name it. */
export interface SheetChoice {
  /** 'zones', 'voorzieningen', or the id of a norm. */
  readonly layer: string;
  /** Id or name of a zone; null is the whole municipality. */
  readonly zone: string | null;
  readonly page: string;
  readonly language: Language;
}

/** Who made a map, as its foot says. */
const maker = 'Woonzorgzones';

/** The map of a plan on paper; `date` (ISO) stands on it. */
export function planSheet({ municipality, plan, version, norms }: PrintedPlan, { layer, zone, page, language }: SheetChoice, date: string): Result<Drawing, SheetProblem> {
  if (!isPageId(page)) return err({ code: 'unknown-page', page, known: pageIds });
  const { nuclei } = groundOfPlan(municipality, plan);
  const named = plan.zones.find(({ id, name }) => id === zone || name === zone);
  return drawSheet({
    municipality, plan, planVersion: version, norms, page, language, date, maker,
    analysis: analysisOf(municipality, norms, plan), nuclei: municipality.nuclei.length > 0 ? municipality.nuclei : nuclei,
    layer: layerOf(layer), zone: named?.id ?? zone,
  }, printTools);
}

function layerOf(name: string): SheetLayer {
  if (name === 'zones') return { kind: 'zones' };
  return name === 'voorzieningen' ? { kind: 'facilities' } : { kind: 'norm', norm: name };
}
