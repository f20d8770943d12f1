import type { PlanReply } from '@woonzorgzones/api/schemas';
import { setBlockListOpen, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { BlockList } from './block-list.tsx';

/** The list of blocks, opened here or by its key. */
export function BlockSection({ plan, municipality }: { readonly plan: PlanReply; readonly municipality: string }) {
  const { t } = useText();
  const isOpen = useView((view) => view.blockListOpen);
  return (
    <Disclosure title={t('blocks.section')} isOpen={isOpen} onOpen={setBlockListOpen}>
      {isOpen && <BlockList plan={plan} municipality={municipality} />}
    </Disclosure>
  );
}
