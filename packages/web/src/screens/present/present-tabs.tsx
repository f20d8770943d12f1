import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { presentPages } from '../../state/address.ts';
import { openPresentPage, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import './present-tabs.css';

/** The two pages of Presenteren: the story, or one map. */
export function PresentTabs() {
  const { t } = useText();
  const open = useView((view) => view.presentPage);
  return (
    <ToggleButtonGroup className="present-tabs" selectionMode="single" disallowEmptySelection selectedKeys={[open]} aria-label={t('present.pages')} onSelectionChange={(keys) => openPresentPage(presentPages.find((page) => keys.has(page)) ?? open)}>
      {presentPages.map((page) => <ToggleButton key={page} id={page} className="button" data-look="plain">{t(`present.tabs.${page}`)}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}
