import { categories, type AgeBand, type CategoryId, type NormSet, type NormStatus } from '@woonzorgzones/core/model';
import type { useText } from '../../text/i18n.ts';

type Text = ReturnType<typeof useText>;

export const categoryName = ({ language }: Text, id: CategoryId): string => categories[id][language];

/** Long compounds of care may break where their parts meet: browsers have no Dutch list of their own. */
export const breakable = (words: string): string => words.replaceAll(/(dagver(?=zorg)|woonzorg|zorgings|diensten|assistentie|kinder|wijkgezondheids)(?=\p{L}{4})/giu, '$1\u00ad');

export const normLabel = ({ language }: Text, norms: NormSet | undefined, id: string): string =>
  [...(norms?.norms ?? []), ...(norms?.local ?? [])].find((norm) => norm.id === id)?.label[language] ?? id;

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The mark an unconfirmed norm carries wherever its figures stand. */
export const statusMark = (status: NormStatus): string => (status === 'unconfirmed' ? '\u00a0◊' : '');

export const agesText = ({ t, format }: Text, ages: AgeBand | null): string => (ages === null ? t('gaps.everybody') : format.ages(ages));
