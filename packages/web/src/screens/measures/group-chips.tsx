import { categories, categoryIds, type CategoryGroup } from '@woonzorgzones/core/model';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useText } from '../../text/i18n.ts';

/** Care, housing and welfare; the rest comes when asked for. */
export const groupsAtFirst: ReadonlySet<CategoryGroup> = new Set<CategoryGroup>(['zorg', 'wonen', 'welzijn']);

const order = [...new Set(categoryIds.map((id) => categories[id].group))];

interface GroupChipsProps {
  /** Those there is something of. */
  readonly groups: ReadonlySet<CategoryGroup>;
  readonly shown: ReadonlySet<CategoryGroup>;
  readonly onShow: (groups: ReadonlySet<CategoryGroup>) => void;
}

/** Which kinds of need are looked at. */
export function GroupChips({ groups, shown, onShow }: GroupChipsProps) {
  const { t } = useText();
  return (
    <ToggleButtonGroup aria-label={t('gaps.group')} className="chips" selectionMode="multiple" disallowEmptySelection selectedKeys={shown} onSelectionChange={(keys) => onShow(keys as ReadonlySet<CategoryGroup>)}>
      {order.filter((one) => groups.has(one)).map((one) => <ToggleButton key={one} id={one} className="chip">{t(`map.groups.${one}`)}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}
