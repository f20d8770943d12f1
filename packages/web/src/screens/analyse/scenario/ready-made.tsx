import type { PlanReply } from '@woonzorgzones/api/schemas';
import type { CategoryId } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { useEffect, useEffectEvent, useState } from 'react';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { useShownFacilities } from '../../frame/shown-facilities.ts';
import { useAskedProposals } from '../proposals/use-proposals.ts';
import { makeScenario } from './scenario-edits.ts';
import { freeName } from './scenario-steps.ts';

/** The kind of facility a Flemish municipality plans itself. */
const centre = 'ldc';

/** Those it may think of closing: the deck asks it of the wijkcentrum in west. */
const closable: readonly CategoryId[] = [centre, 'sociale-dienst'];

/** Ordinals that have a word; beyond them the number stands. */
const worded = 10;

/** Questions that are one click away: where the next service centre would come, and what closing one would cost. */
export function ReadyMade({ plan: { id, plan }, analysis }: { readonly plan: PlanReply; readonly analysis: PlanAnalysis }) {
  const { t } = useText();
  const [isWanted, setWanted] = useState(false);
  const facilities = useShownFacilities() ?? [];
  const open = facilities.filter(({ category, isClosed }) => closable.includes(category) && !isClosed);
  const next = open.filter(({ category }) => category === centre).length + 1;
  const ordinal = next <= worded ? t(`scenario.ordinals.${String(next) as '1'}`) : String(next);
  const question = t('scenario.readyNext', { ordinal });
  const scenarios = plan.scenarios ?? [];
  const named = (name: string): string => freeName(scenarios, (letter) => (letter === 'A' ? name : `${name} (${letter})`));
  return (
    <Disclosure title={t('scenario.ready')}>
      <div className="scenario-open">
        <Button onPress={() => setWanted(true)}>{question}</Button>
        {isWanted && <NextCentre onSite={(steps) => { setWanted(false); makeScenario(id, { name: named(question), base: null, steps }); }} />}
        <p className="soft small">{t('scenario.readyClose')}</p>
        <div className="panel-row">
          {open.map((facility) => {
            const zone = analysis.zones.find((one) => one.zone === facility.zone)?.name;
            return (
              <Button key={facility.id} onPress={() => makeScenario(id, { name: named(t('scenario.readyCloseName', { name: facility.name })), base: null, steps: [{ kind: 'close', facility: facility.id }] })}>
                {zone === undefined ? facility.name : `${facility.name} (${zone})`}
              </Button>
            );
          })}
          {open.length === 0 && <p className="soft small">{t('scenario.readyNone')}</p>}
        </div>
      </div>
    </Disclosure>
  );
}

type Steps = Parameters<typeof makeScenario>[1]['steps'];

/** Waits for the best place, with the centres there are left where they are. */
function NextCentre({ onSite }: { readonly onSite: (steps: Steps) => void }) {
  const { t } = useText();
  const { reply, isBusy } = useAskedProposals();
  const site = reply?.kind === 'done' && !isBusy ? reply.proposals.find(({ facts }) => facts.rule === 'new-site' && facts.category === centre) : undefined;
  const found = useEffectEvent(onSite);
  useEffect(() => {
    if (site !== undefined) found(site.steps);
  }, [site]);
  if (reply === null || isBusy) return <Waiting>{t('proposals.busy')}</Waiting>;
  return site === undefined ? <p role="status">{t('scenario.readyNotFound')}</p> : null;
}
