import { useMemo, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { findAddresses, indexAddresses, type FoundAddress, type SearchedAddresses } from '../../state/address-search.ts';
import { useAddresses } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Icon } from '../../ui/icon.tsx';

const mostFound = 12;

interface AddressFieldProps {
  /** Undefined until they have come. */
  readonly addresses: SearchedAddresses | undefined;
  /** Somebody is about to search. */
  readonly onAsked: () => void;
  readonly label: string;
  /** In the bar the sign says it all; in a form the label stands above. */
  readonly showsLabel?: boolean;
  readonly inputId?: string;
  readonly onFound: (address: FoundAddress) => void;
}

/** Search among the imported addresses; the list comes over only when somebody asks for it. */
export function AddressBox({ municipality, ...field }: Omit<AddressFieldProps, 'addresses' | 'onAsked'> & { readonly municipality: string }) {
  const [asked, setAsked] = useState(false);
  const addresses = useAddresses(asked ? municipality : null);
  return <AddressField {...field} addresses={addresses.data} onAsked={() => setAsked(true)} />;
}

/** A box that finds an address by its street and number. */
export function AddressField({ addresses, onAsked, label, showsLabel = false, inputId, onFound }: AddressFieldProps) {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const index = useMemo(() => (addresses === undefined ? null : indexAddresses(addresses)), [addresses]);
  const found = useMemo(() => (index === null ? [] : findAddresses(index, query, mostFound)), [index, query]);
  return (
    <ComboBox
      className={showsLabel ? 'field' : 'address-search'}
      aria-label={label}
      items={found}
      inputValue={query}
      onInputChange={setQuery}
      value={chosen}
      onChange={(key) => {
        const address = found.find(({ id }) => id === key);
        if (address === undefined) return;
        // Both, or the list opens again as if the label had been typed.
        setChosen(address.id);
        setQuery(address.label);
        onFound(address);
      }}
      onFocus={onAsked}
      menuTrigger="input"
      allowsEmptyCollection
      defaultFilter={() => true}
    >
      {showsLabel ? <Label className="field-label">{label}</Label> : <Icon name="search" size={16} />}
      <Input {...(showsLabel ? { className: 'field-input' } : { placeholder: label })} {...(inputId === undefined ? {} : { id: inputId })} />
      <Popover className="popover">
        <ListBox className="list-box" renderEmptyState={() => <p className="soft small list-box-item">{t(index === null ? 'bar.searchLoading' : 'bar.searchEmpty')}</p>}>
          {({ id, label: name }: FoundAddress) => <ListBoxItem id={id} textValue={name} className="list-box-item">{name}</ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
