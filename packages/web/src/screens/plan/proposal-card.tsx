import { delineationSentence, proposalSentence } from '@woonzorgzones/core/report';
import type { ZoneProposal } from '@woonzorgzones/core/zoning';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ProposalMap, type BlockSketch } from './proposal-map.tsx';

interface ProposalCardProps {
  readonly title: string;
  readonly proposal: ZoneProposal;
  readonly sketch: BlockSketch | null;
  readonly onAdopt: () => void;
  readonly onCompare: () => void;
}

/** One division beside others: its map, how it meets the criteria, its zones, and a way to take it over. */
export function ProposalCard({ title, proposal, sketch, onAdopt, onCompare }: ProposalCardProps) {
  const { t, format, language } = useText();
  const { zones, criteria, outOfBounds, problems } = proposal;
  const barrierMetres = criteria.zones.reduce((sum, zone) => sum + zone.barriers.insideMetres, 0);
  const severed = criteria.zones.reduce((sum, zone) => sum + zone.barriers.severedInhabitants, 0);
  const elongated = criteria.zones.filter(({ compactness }) => compactness.verdict === 'not-met').length;
  const facts: readonly (readonly [label: string, value: string, isBad: boolean])[] = [
    [t('propose.zonesMet'), t('propose.of', { part: format.number(criteria.zonesMet), whole: format.number(zones.length) }), criteria.zonesMet < zones.length],
    [t('propose.outOfBounds'), format.number(outOfBounds), outOfBounds > 0],
    [t('propose.severed'), format.number(severed), severed > 0],
    [t('propose.barrierInside'), format.distance(barrierMetres), barrierMetres > 0],
    [t('propose.elongated'), format.number(elongated), elongated > 0],
    [t('propose.splitWijken'), format.number(criteria.splitWijken), criteria.splitWijken > 0],
  ];
  return (
    <li className="proposal-card" data-fails={outOfBounds > 0}>
      <h3>{title}</h3>
      {sketch !== null && <ProposalMap sketch={sketch} proposal={proposal} label={t('propose.map', { title })} />}
      <p className="small">{proposalSentence(proposal, language)}</p>
      <dl className="proposal-facts">
        {facts.map(([label, value, isBad]) => <div key={label} data-bad={isBad}><dt>{label}</dt><dd>{value}</dd></div>)}
      </dl>
      {problems.length > 0 && (
        <Disclosure title={t('propose.remarks', { count: problems.length })}>
          <ul className="sentence-list">{problems.map((problem) => <li key={JSON.stringify(problem)}>{delineationSentence(problem, language)}</li>)}</ul>
        </Disclosure>
      )}
      <Disclosure title={t('propose.zoneList')}>
        <ul className="kern-list">{zones.map(({ id, name, inhabitants }) => <li key={id}><strong>{name}</strong><span>{format.number(inhabitants)}</span></li>)}</ul>
      </Disclosure>
      <Button onPress={onCompare}>{t('compare.propose')}</Button>
      <Button look="accent" onPress={onAdopt}>{t('propose.adopt')}</Button>
    </li>
  );
}
