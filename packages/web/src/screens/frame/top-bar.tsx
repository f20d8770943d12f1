import type { MunicipalityReply } from '@woonzorgzones/api/schemas';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { usePlans } from '../../state/queries.ts';
import { openDoor, openPlan, setHelpOpen, useView } from '../../state/view.ts';
import { chooseLanguage, useText } from '../../text/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/button.tsx';
import { AddressSearch } from './address-search.tsx';
import { CopyLink } from './copy-link.tsx';
import { useChosen, useMarked } from './chosen.ts';
import { SaveMark } from './save-mark.tsx';
import './top-bar.css';

/** Municipality and year, plan and version, whether all is kept, address search, language, help. */
export function TopBar() {
  const { t, language } = useText();
  const { plan, municipality } = useChosen();
  const { data } = municipality;
  return (
    <header className="top-bar">
      <AriaButton className="top-bar-home button" data-look="quiet" onPress={() => openDoor('start')}>
        {data === undefined ? t('app.name') : nameWithYear(data)}
      </AriaButton>
      <FictitiousMark />
      {data !== undefined && <PlanMenu dataset={data.hash} />}
      {plan.data !== undefined && <SaveMark />}
      <div className="top-bar-space" />
      {data !== undefined && <AddressSearch municipality={data.hash} />}
      <CopyLink />
      <AriaButton className="button top-bar-language" data-look="quiet" aria-label={t('bar.language')} onPress={() => void chooseLanguage(language === 'nl' ? 'en' : 'nl')}>
        {t('bar.languageShort')}
      </AriaButton>
      <IconButton icon="help" label={t('bar.help')} onPress={() => setHelpOpen(true)} />
    </header>
  );
}

/** Says on every screen that its data are invented, where they are. */
export function FictitiousMark() {
  const { t } = useText();
  return useMarked()?.fictitious === true ? <p className="top-bar-fictitious">{t('app.fictitiousMark')}</p> : null;
}

/** The year stands beside the name, unless the name has it already. */
const nameWithYear = ({ name, year }: MunicipalityReply): string => (name.includes(String(year)) ? name : `${name} ${year}`);

function PlanMenu({ dataset }: { readonly dataset: string }) {
  const { t } = useText();
  const plans = usePlans();
  const door = useView((view) => view.door);
  const { plan } = useChosen();
  const own = (plans.data ?? []).filter((one) => one.dataset === dataset);
  const name = plan.data === undefined ? t('bar.noPlan') : t('bar.plan', { name: plan.data.plan.name });
  if (own.length === 0) return <span className="top-bar-plan soft">{name}</span>;
  return (
    <MenuTrigger>
      <AriaButton className="button top-bar-plan" data-look="quiet">
        <span className="top-bar-plan-name">{name}</span>
        {plan.data !== undefined && <span className="soft">{t('bar.version', { version: plan.data.version })}</span>}
        <Icon name="down" size={16} />
      </AriaButton>
      <Popover className="popover" placement="bottom start">
        <Menu className="list-box" aria-label={t('bar.choosePlan')} selectionMode="single" selectedKeys={plan.data === undefined ? [] : [plan.data.id]}
          onAction={(key) => openPlan(String(key), dataset, door === 'start' || door === 'gegevens' ? 'afbakenen' : door)}>
          {own.map((one) => <MenuItem key={one.id} id={one.id} textValue={one.name} className="list-box-item">{one.name}</MenuItem>)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
