import { readManual, type ManualPart } from '@woonzorgzones/core/report';
import { useEffect, useRef } from 'react';
import { useText } from '../../text/i18n.ts';
import './manual.css';

/** The one source of the manual, its pictures and its PDF: files of docs/, part of the built app. */
const texts = import.meta.glob<string>('../../../../../docs/handleiding.md', { query: '?raw', import: 'default', eager: true });
const pictures = import.meta.glob<string>('../../../../../docs/handleiding/*.png', { query: '?url', import: 'default', eager: true });
const papers = import.meta.glob<string>('../../../../../docs/handleiding.pdf', { query: '?url', import: 'default', eager: true });

const manual = readManual(Object.values(texts)[0]!);
const pictureOf = new Map(Object.entries(pictures).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]));
const anchorOf = (id: string): string => `handleiding-${id}`;

interface ManualPageProps {
  /** The chapter to begin at, by its name. */
  readonly chapter: string;
}

/** The manual with its list of chapters; it opens at the chapter of the screen one was on. */
export function ManualPage({ chapter }: ManualPageProps) {
  const { t } = useText();
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chapter !== 'start') page.current?.querySelector(`#${anchorOf(chapter)}`)?.scrollIntoView();
  }, [chapter]);
  const paper = Object.values(papers)[0];
  return (
    <article className="manual" ref={page} lang="nl-BE" aria-label={manual.title} tabIndex={0}>
      <p>{manual.lead}</p>
      <nav aria-label={t('manual.contents')}>
        <ul>
          {manual.sections.filter(({ depth }) => depth === 1).map(({ id, heading }) => <li key={id}><a href={`#${anchorOf(id)}`} onClick={(event) => { event.preventDefault(); page.current?.querySelector(`#${anchorOf(id)}`)?.scrollIntoView(); }}>{heading}</a></li>)}
        </ul>
        {paper !== undefined && <p><a href={paper} download="handleiding-woonzorgzones.pdf">{t('manual.asPdf')}</a></p>}
      </nav>
      {manual.sections.map(({ id, heading, depth, parts }) => (
        <section key={id} id={anchorOf(id)}>
          {depth === 1 ? <h3>{heading}</h3> : <h4>{heading}</h4>}
          {parts.map((part, place) => <Part key={place} part={part} />)}
        </section>
      ))}
    </article>
  );
}

function Part({ part }: { readonly part: ManualPart }) {
  if (part.kind === 'paragraph') return <p>{part.text}</p>;
  if (part.kind === 'picture') return <img src={pictureOf.get(part.name)} alt={part.alt} loading="lazy" />;
  const lines = part.items.map((item) => <li key={item}>{item}</li>);
  return part.ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>;
}
