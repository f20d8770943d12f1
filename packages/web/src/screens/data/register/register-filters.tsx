import { categories, categoryIds } from '@woonzorgzones/core/model';
import { filterRegister, useView, type RegisterFilter } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Select } from '../../../ui/fields.tsx';
import { noZone, type ShownFacility } from '../../frame/shown-facilities.ts';

/** The id of "all" in a list of choices; no category, zone or file is called so. */
const every = '*';

interface RegisterFiltersProps {
  readonly facilities: readonly ShownFacility[];
  readonly zones: readonly { readonly id: string; readonly name: string }[];
}

/** What the table and the map show: by kind, zone and source. */
export function RegisterFilters({ facilities, zones }: RegisterFiltersProps) {
  const { t, language } = useText();
  const filter = useView((view) => view.registerFilter);
  const kinds = categoryIds.filter((id) => facilities.some(({ category }) => category === id));
  const sources = [...new Set(facilities.map(({ source }) => source ?? ''))].sort((a, b) => a.localeCompare(b, 'nl-BE'));
  const choice = (key: keyof RegisterFilter, label: string, all: string, options: readonly { readonly id: string; readonly name: string }[]) => (
    <Select
      label={label} value={filter[key] ?? every} options={[{ id: every, name: all }, ...options]}
      onChange={(id) => filterRegister({ [key]: id === every ? null : id })}
    />
  );
  return (
    <div className="register-filters">
      {choice('category', t('register.category'), t('register.everyCategory'), kinds.map((id) => ({ id, name: categories[id][language] })))}
      {zones.length > 0 && choice('zone', t('register.zone'), t('register.everyZone'), [...zones.map(({ id, name }) => ({ id, name })), { id: noZone, name: t('register.noZone') }])}
      {choice('source', t('data.registerSource'), t('register.everySource'), sources.map((id) => ({ id, name: id === '' ? t('register.byHand') : id })))}
    </div>
  );
}
