import { ToggleButton } from 'react-aria-components';
import type { Door } from '../../state/address.ts';
import { openDoor, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import './rail.css';

const icons: Readonly<Record<Door, IconName>> = { start: 'home', gegevens: 'table', afbakenen: 'zones', leemten: 'gaps', presenteren: 'present' };

/** The five doors. */
export function Rail({ doors }: { readonly doors: readonly Door[] }) {
  const { t } = useText();
  const open = useView((view) => view.door);
  return (
    <nav className="rail" aria-label={t('doors.label')}>
      {doors.map((door) => (
        <ToggleButton key={door} className="rail-door" isSelected={door === open} onPress={() => openDoor(door)} {...(door === open ? { 'aria-current': 'page' as const } : {})}>
          <Icon name={icons[door]} size={24} />
          <span>{t(`doors.${door}`)}</span>
        </ToggleButton>
      ))}
    </nav>
  );
}
