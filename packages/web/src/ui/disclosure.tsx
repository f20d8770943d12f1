import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components';
import { Icon } from './icon.tsx';

/** A line that opens to show more. */
export function Disclosure({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <AriaDisclosure className="disclosure">
      {({ isExpanded }) => (
        <>
          <Button slot="trigger"><Icon name={isExpanded ? 'up' : 'down'} size={16} />{title}</Button>
          <DisclosurePanel>{children}</DisclosurePanel>
        </>
      )}
    </AriaDisclosure>
  );
}
