import type { NormSetSummary } from '@woonzorgzones/api/schemas';
import { categories, type ScenarioStep } from '@woonzorgzones/core/model';
import { functionLabel } from '@woonzorgzones/core/report';
import type { useText } from '../../../text/i18n.ts';
import type { ShownFacility } from '../../frame/shown-facilities.ts';

/** What a step does, in a few words. */
export function stepText({ t, format, language }: ReturnType<typeof useText>, step: ScenarioStep, facilities: readonly ShownFacility[], sets: readonly NormSetSummary[]): string {
  const nameOf = (id: string): string => facilities.find((facility) => facility.id === id)?.name ?? id;
  switch (step.kind) {
    case 'open': return t('scenario.step.open', { name: step.facility.name, category: categories[step.facility.category][language].toLowerCase() });
    case 'close': return t('scenario.step.close', { name: nameOf(step.facility) });
    case 'move': return t('scenario.step.move', { name: nameOf(step.facility) });
    case 'enlarge': return t('scenario.step.enlarge', { name: nameOf(step.facility), capacity: format.number(step.capacity) });
    case 'give-functions': return step.functions.length === 0 ? t('scenario.step.noFunctions', { name: nameOf(step.facility) }) : t('scenario.step.functions', { name: nameOf(step.facility), functions: format.list(step.functions.map((one) => functionLabel(one, language))) });
    case 'norm-set': return t('scenario.step.norms', { name: sets.find(({ id }) => id === step.normSet)?.name ?? step.normSet });
    case 'year': return t('scenario.step.year', { year: step.year });
  }
}
