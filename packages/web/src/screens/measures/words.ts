import { categories, type AgeBand, type CategoryId, type NormStatus } from '@woonzorgzones/core/model';
import type { NormSetReply } from '@woonzorgzones/api/schemas';
import type { useText } from '../../text/i18n.ts';

type Text = ReturnType<typeof useText>;

export const categoryName = ({ language }: Text, id: CategoryId): string => categories[id][language];

export const normLabel = ({ language }: Text, norms: NormSetReply | undefined, id: string): string =>
  norms?.norms.find((norm) => norm.id === id)?.label[language] ?? id;

/** The mark an unconfirmed norm carries wherever its figures stand. */
export const statusMark = (status: NormStatus): string => (status === 'unconfirmed' ? ' ◊' : '');

export const agesText = ({ t }: Text, ages: AgeBand | null): string =>
  ages === null ? t('gaps.everybody') : ages.to === null ? t('gaps.agesOf', { from: ages.from }) : t('gaps.agesBetween', { from: ages.from, to: ages.to });
