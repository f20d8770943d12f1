import { categories, type AgeBand, type CategoryId, type NormSet, type NormStatus } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import type { useText } from '../../text/i18n.ts';
import { wholeMunicipality } from './measure.ts';

type Text = ReturnType<typeof useText>;

export const categoryName = ({ language }: Text, id: CategoryId): string => categories[id][language];

/** Long compounds of care may break where their parts meet: browsers have no Dutch list of their own. */
export const breakable = (words: string): string => words.replaceAll(/(dagver(?=zorg)|woonzorg|zorgings|diensten|assistentie|kinder|wijkgezondheids)(?=\p{L}{4})/giu, '$1\u00ad');

export const normLabel = ({ language }: Text, norms: NormSet | undefined, id: string): string =>
  [...(norms?.norms ?? []), ...(norms?.local ?? [])].find((norm) => norm.id === id)?.label[language] ?? id;

/** An amount by its kind of facility, as short as can be; by its norm where several norms speak of one kind. */
export const amountName = (text: Text, norms: NormSet | undefined, amounts: readonly { readonly category: CategoryId }[], { norm, category }: { readonly norm: string; readonly category: CategoryId }): string =>
  (amounts.filter((one) => one.category === category).length > 1 ? normLabel(text, norms, norm) : categoryName(text, category));

/** The name of the area that a zone id stands for. */
export const areaName = ({ t }: Text, analysis: PlanAnalysis, zone: string | null): string =>
  (zone === wholeMunicipality ? t('plan.whole') : analysis.zones.find((one) => one.zone === zone)?.name ?? t('plan.unassigned'));

/** The mark an unconfirmed norm carries wherever its figures stand. */
export const statusMark = (status: NormStatus): string => (status === 'unconfirmed' ? '\u00a0◊' : '');

export const agesText = ({ t, format }: Text, ages: AgeBand | null): string => (ages === null ? t('gaps.everybody') : format.ages(ages));
