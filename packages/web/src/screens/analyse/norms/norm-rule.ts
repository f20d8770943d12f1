import { bandLabel, type NormSet } from '@woonzorgzones/core/model';
import { unitLabel } from '@woonzorgzones/core/report';
import type { useText } from '../../../text/i18n.ts';
import { agesText, normLabel } from '../../measures/words.ts';
import type { Rule } from './norm-draft.ts';

/** What a norm asks, in one line. */
export function ruleText(text: ReturnType<typeof useText>, rule: Rule, norms: NormSet): string {
  const { t, format, language } = text;
  if (rule.kind === 'distance') return t('norms.rule.distance', { distance: format.distance(rule.withinMetres), ages: agesText(text, rule.ages) });
  if (rule.kind === 'local') return t('norms.rule.perAge', { rates: format.list(rule.rates.map((rate) => `${bandLabel(rate)}: ${format.number(rate.middle, 2)}/${format.number(rate.per)}`)) });
  switch (rule.rule.kind) {
    case 'per-age': return t('norms.rule.perAge', { rates: format.list(rule.rule.rates.map((rate) => `${bandLabel(rate)}: ${format.number(rate.count, 2)}/${format.number(rate.per)}`)) });
    case 'per-slice': return t('norms.rule.perSlice', { unit: unitLabel(rule.unit, 1, language), inhabitants: format.number(rule.rule.inhabitants) });
    case 'share-of-norm': return t('norms.rule.share', { share: format.percent(rule.rule.share, 1), norm: normLabel(text, norms, rule.rule.norm) });
  }
}
