import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** A question that must be answered: no way out but its buttons. */
  readonly mustAnswer?: boolean;
  /** For things side by side. */
  readonly isWide?: boolean;
}

export function Dialog({ title, isOpen, onClose, closeLabel, children, mustAnswer = false, isWide = false }: DialogProps) {
  return (
    <ModalOverlay className="dialog-veil" isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} isDismissable={!mustAnswer} isKeyboardDismissDisabled={mustAnswer}>
      <Modal className="dialog-modal" data-wide={isWide}>
        <AriaDialog className="dialog" role={mustAnswer ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title" level={2}>{title}</Heading>
            {!mustAnswer && <IconButton icon="close" label={closeLabel} onPress={onClose} />}
          </div>
          <div className="dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
