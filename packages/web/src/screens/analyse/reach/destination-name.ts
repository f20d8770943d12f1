import { categories, isCategoryId } from '@woonzorgzones/core/model';
import type { Destination } from '@woonzorgzones/core/needs';
import type { useText } from '../../../text/i18n.ts';

export const destinationName = ({ t, language }: Pick<ReturnType<typeof useText>, 't' | 'language'>, destination: Destination): string =>
  (isCategoryId(destination) ? categories[destination][language] : t(`reach.functions.${destination}`));
