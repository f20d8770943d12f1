import { useMemo, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { findAddresses, indexAddresses } from '../../state/address-search.ts';
import { useAddresses } from '../../state/queries.ts';
import { showFound } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { searchBoxId } from './keys.ts';

const mostFound = 12;

/** Search among the imported addresses; the list comes over only when somebody asks for it. */
export function AddressSearch({ municipality }: { readonly municipality: string }) {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  const [query, setQuery] = useState('');
  const addresses = useAddresses(asked ? municipality : null);
  const index = useMemo(() => (addresses.data === undefined ? null : indexAddresses(addresses.data)), [addresses.data]);
  const found = useMemo(() => (index === null ? [] : findAddresses(index, query, mostFound)), [index, query]);
  return (
    <ComboBox
      className="address-search"
      aria-label={t('bar.search')}
      items={found}
      inputValue={query}
      onInputChange={setQuery}
      value={null}
      onChange={(key) => {
        const address = found.find(({ id }) => id === key);
        if (address === undefined) return;
        setQuery(address.label);
        showFound(address);
      }}
      onFocus={() => setAsked(true)}
      menuTrigger="input"
      allowsEmptyCollection
      defaultFilter={() => true}
    >
      <Icon name="search" size={16} />
      <Input id={searchBoxId} placeholder={t('bar.search')} />
      <Popover className="popover">
        <ListBox className="list-box" renderEmptyState={() => <p className="soft small list-box-item">{t(index === null ? 'bar.searchLoading' : 'bar.searchEmpty')}</p>}>
          {({ id, label }: { readonly id: string; readonly label: string }) => <ListBoxItem id={id} textValue={label} className="list-box-item">{label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
