import type { ReportDocument, ReportPicture } from '../document/report-document.ts';
import type { Manual } from './read-manual.ts';

/** The manual as a document that is laid out like a report, the first sentence of its lead under the title. `pictureOf`: a picture by its name. */
export const manualDocument = ({ title, date, lead, sections }: Manual, pictureOf: (name: string) => Pick<ReportPicture, 'href' | 'width' | 'height'>): ReportDocument => ({
  title, subtitle: lead.split('. ')[0]!, language: 'nl', fictitious: false, date, basis: lead.split('. ').slice(1),
  sections: sections.map(({ id, heading, depth, parts }) => ({
    id, heading, depth, startsPage: depth === 1,
    parts: parts.map((part) => (part.kind === 'picture' ? { kind: 'picture', alt: part.alt, ...pictureOf(part.name) } : part)),
  })),
});
