import type { FreshWitnessLink, WitnessLinkReply } from '@woonzorgzones/api/schemas';
import { useState } from 'react';
import { useLinkAct, useWitnessLinks } from '../../../state/remarks.ts';
import { witnessLinkOf } from '../../../state/witness.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select, TextField } from '../../../ui/fields.tsx';
import { Problem } from '../../frame/problem.tsx';
import { endAfter, endOfRenewed, usualSpan, type Span } from './link-end.ts';

const longestName = 120;

/** The links of a plan for privileged witnesses: made, shown once, made again, withdrawn. */
export function WitnessLinksDialog({ plan, onClose }: { readonly plan: string; readonly onClose: () => void }) {
  const { t } = useText();
  const links = useWitnessLinks(plan);
  const act = useLinkAct(plan);
  const [name, setName] = useState('');
  const [span, setSpan] = useState(usualSpan);
  const fresh = act.data ?? null;
  const make = (): void => act.mutate({ kind: 'make', link: { name: name.trim(), expiresAt: endAfter(span, new Date()) } }, { onSuccess: () => setName('') });
  return (
    <Dialog title={t('remarks.links')} isOpen onClose={onClose} closeLabel={t('app.close')} isWide>
      <p>{t('remarks.linksLead')}</p>
      <div className="link-new">
        <TextField label={`${t('remarks.linkName')} (${t('remarks.linkNameHint')})`} value={name} onChange={setName} maxLength={longestName} />
        <Select
          label={t('remarks.linkEnds')} value={span}
          options={[{ id: 'never', name: t('remarks.endsNever') }, { id: 'month', name: t('remarks.endsMonth') }, { id: 'quarter', name: t('remarks.endsQuarter') }]}
          onChange={(id) => setSpan(id as Span)}
        />
        <Button look="accent" isDisabled={name.trim() === '' || act.isPending} onPress={make}>{t('remarks.makeLink')}</Button>
      </div>
      {fresh !== null && <Fresh key={fresh.token} fresh={fresh} />}
      {act.isError && <Problem error={act.error} />}
      {links.isError && <Problem error={links.error} onRetry={() => void links.refetch()} />}
      {links.data?.length === 0 && <p className="soft">{t('remarks.noLinks')}</p>}
      <ul className="link-list" aria-label={t('remarks.links')}>
        {links.data?.map((link) => (
          <LinkLine
            key={link.id} link={link} isBusy={act.isPending}
            onRenew={() => act.mutate({ kind: 'renew', id: link.id, expiresAt: endOfRenewed(link, new Date()) })} onWithdraw={() => act.mutate({ kind: 'withdraw', id: link.id })}
          />
        ))}
      </ul>
    </Dialog>
  );
}

/** The one time the whole link is on screen, with until when it works. */
function Fresh({ fresh: { link, token } }: { readonly fresh: FreshWitnessLink }) {
  const { t, format } = useText();
  const [copied, setCopied] = useState(false);
  const address = witnessLinkOf(token);
  return (
    <div className="link-fresh" role="status">
      <p><strong>{t('remarks.freshLabel', { name: link.name })}</strong> · {link.expiresAt === null ? t('remarks.stateActive') : t('remarks.stateUntil', { date: format.date(link.expiresAt) })}</p>
      <code>{address}</code>
      <p className="small">{t('remarks.fresh')}</p>
      <Button icon="copy" onPress={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>{t(copied ? 'remarks.copied' : 'remarks.copy')}</Button>
    </div>
  );
}

interface LinkLineProps {
  readonly link: WitnessLinkReply;
  readonly isBusy: boolean;
  readonly onRenew: () => void;
  readonly onWithdraw: () => void;
}

function LinkLine({ link: { name, expiresAt, withdrawnAt, remarks }, isBusy, onRenew, onWithdraw }: LinkLineProps) {
  const { t, format } = useText();
  const [openedAt] = useState(() => new Date().toISOString());
  const isOver = withdrawnAt !== null || (expiresAt !== null && expiresAt <= openedAt);
  const state = withdrawnAt !== null ? t('remarks.stateWithdrawn', { date: format.date(withdrawnAt) })
    : expiresAt === null ? t('remarks.stateActive')
      : t(isOver ? 'remarks.stateExpired' : 'remarks.stateUntil', { date: format.date(expiresAt) });
  return (
    <li>
      <p><strong>{name}</strong><br /><span className="soft small">{state} · {t('remarks.linkRemarks')}: {remarks}</span></p>
      <Button isDisabled={isBusy} label={t('remarks.renewLabel', { name })} onPress={onRenew}>{t('remarks.renew')}</Button>
      <Button isDisabled={isBusy || withdrawnAt !== null} label={t('remarks.withdrawLabel', { name })} onPress={onWithdraw}>{t('remarks.withdraw')}</Button>
    </li>
  );
}
