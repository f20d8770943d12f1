import type { Language } from '../../model/index.ts';
import type { PageId } from './page.ts';

/** What a printed map may show. */
export type SheetLayer =
  /** The zones of the plan with their inhabitants. */
  | { readonly kind: 'zones' }
  /** How far one norm is met in each zone, in classes. */
  | { readonly kind: 'norm'; readonly norm: string }
  /** What there is, by the group its shape tells. */
  | { readonly kind: 'facilities' }
  /** Small maps beside each other in the same classes, one for each kind of facility that norms of this kind speak of. */
  | { readonly kind: 'gallery'; readonly of: 'distance' | 'amount' }
  /** The share of people of 75 and older in each year that is known, in the classes of the first. */
  | { readonly kind: 'ages' };

/** Why a map could not be drawn. */
export type SheetProblem =
  | { readonly code: 'unknown-norm'; readonly norm: string; readonly known: readonly string[] }
  | { readonly code: 'unknown-zone'; readonly zone: string; readonly known: readonly string[] }
  | { readonly code: 'unknown-page'; readonly page: string; readonly known: readonly PageId[] }
  /** No norm of this kind, or no later year, to draw small maps of. */
  | { readonly code: 'nothing-to-compare'; readonly layer: 'gallery' | 'ages' }
  /** The municipality has no surface to draw. */
  | { readonly code: 'nothing-to-draw' };

export function sheetProblemSentence(problem: SheetProblem, language: Language): string {
  switch (problem.code) {
    case 'unknown-norm': return {
      nl: `De normen van dit plan kennen “${problem.norm}” niet. Kies uit: ${problem.known.join(', ')}.`,
      en: `The norms of this plan have no “${problem.norm}”. Choose from: ${problem.known.join(', ')}.`,
    }[language];
    case 'unknown-zone': return {
      nl: `Dit plan heeft geen zone “${problem.zone}”. Kies uit: ${problem.known.join(', ')}.`,
      en: `This plan has no zone “${problem.zone}”. Choose from: ${problem.known.join(', ')}.`,
    }[language];
    case 'unknown-page': return {
      nl: `Het blad “${problem.page}” bestaat niet. Kies uit: ${problem.known.join(', ')}.`,
      en: `There is no page “${problem.page}”. Choose from: ${problem.known.join(', ')}.`,
    }[language];
    case 'nothing-to-compare': return {
      gallery: { nl: 'De normen van dit plan geven niets om naast elkaar te tekenen.', en: 'The norms of this plan give nothing to draw side by side.' },
      ages: { nl: 'De gegevens noemen geen later jaar. Voeg een vooruitberekening naar leeftijd toe.', en: 'The data name no later year. Add a projection by age.' },
    }[problem.layer][language];
    case 'nothing-to-draw': return {
      nl: 'De gemeentegrens heeft geen oppervlakte; er is niets om te tekenen.',
      en: 'The municipal border has no surface; there is nothing to draw.',
    }[language];
  }
}
