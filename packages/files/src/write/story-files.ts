import type { Language } from '@woonzorgzones/core/model';
import { storyToHtml, type PlayedSlide } from '@woonzorgzones/core/report';
import { drawingsToPdf } from '../print/drawing-pdf.ts';
import { fontCss } from '../print/font-css.ts';

/** The forms a story for the council comes in. */
export const storyForms = ['html', 'pdf'] as const;
export type StoryForm = (typeof storyForms)[number];

/**
 * A story in one of its forms: one page that needs no server and no network, or slides of 16:9 with real text, where a swipe
 * becomes two pages, before and after. `date` (ISO) stands in the PDF. The same slides give the same bytes.
 */
export async function writeStory(slides: readonly PlayedSlide[], form: StoryForm, title: string, language: Language, date: string): Promise<Uint8Array | string> {
  if (form === 'html') return storyToHtml(slides, title, language, fontCss());
  return drawingsToPdf(slides.flatMap(({ before, after }) => [...(before === null ? [] : [before.drawing]), after.drawing]), date);
}
