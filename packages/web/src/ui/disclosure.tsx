import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components';
import { Icon } from './icon.tsx';
import './disclosure.css';

interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Left out, it keeps for itself whether it is open. */
  readonly isOpen?: boolean;
  readonly onOpen?: (isOpen: boolean) => void;
}

/** A line that opens to show more. */
export function Disclosure({ title, children, isOpen, onOpen }: DisclosureProps) {
  return (
    <AriaDisclosure className="disclosure" {...(isOpen === undefined ? {} : { isExpanded: isOpen })} {...(onOpen === undefined ? {} : { onExpandedChange: onOpen })}>
      {({ isExpanded }) => (
        <>
          <Button slot="trigger"><Icon name={isExpanded ? 'up' : 'down'} size={16} />{title}</Button>
          <DisclosurePanel>{children}</DisclosurePanel>
        </>
      )}
    </AriaDisclosure>
  );
}
