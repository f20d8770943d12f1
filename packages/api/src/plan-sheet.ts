import { err, type Language, type Municipality, type NormSet, type Plan, type Result } from '@woonzorgzones/core/model';
import { drawSheet, isPageId, pageIds, type ComparedPlan, type Drawing, type SheetLayer, type SheetProblem } from '@woonzorgzones/core/report';
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
  /** 'zones', 'voorzieningen', 'galerij', 'galerij-aanbod', 'vergrijzing', or the id of a norm. */
  readonly layer: string;
  /** Id or name of a zone; null is the whole municipality. */
  readonly zone: string | null;
  readonly page: string;
  readonly language: Language;
  /** What a norm is shown beside, in the classes of this plan. */
  readonly against?: ComparedPlan | undefined;
}

/** Who made a map, as its foot says. */
export const sheetMaker = 'Woonzorgzones';

/** The map of a plan on paper; `date` (ISO) stands on it. */
export function planSheet({ municipality, plan, version, norms }: PrintedPlan, { layer, zone, page, language, against }: SheetChoice, date: string): Result<Drawing, SheetProblem> {
  if (!isPageId(page)) return err({ code: 'unknown-page', page, known: pageIds });
  const { nuclei } = groundOfPlan(municipality, plan);
  const named = plan.zones.find(({ id, name }) => id === zone || name === zone);
  return drawSheet({
    municipality, plan, planVersion: version, norms, page, language, date, maker: sheetMaker,
    analysis: analysisOf(municipality, norms, plan), nuclei: municipality.nuclei.length > 0 ? municipality.nuclei : nuclei,
    layer: layerOf(layer), zone: named?.id ?? zone, ...(against === undefined ? {} : { against }),
  }, printTools);
}

/** The layers that are no norm, as people name them. */
const namedLayers: Readonly<Record<string, SheetLayer>> = {
  zones: { kind: 'zones' }, voorzieningen: { kind: 'facilities' }, galerij: { kind: 'gallery', of: 'distance' }, 'galerij-aanbod': { kind: 'gallery', of: 'amount' }, vergrijzing: { kind: 'ages' },
};

const layerOf = (name: string): SheetLayer => (Object.hasOwn(namedLayers, name) ? namedLayers[name]! : { kind: 'norm', norm: name });
