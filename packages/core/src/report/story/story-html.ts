import type { Language } from '../../model/index.ts';
import { escaped } from '../html-text.ts';
import { mapColours } from '../map-colours.ts';
import { drawingToSvg } from '../sheet/drawing-svg.ts';
import { mapBox, slideSize, type Slide } from './slide.ts';
import { storyPlayer } from './story-player.ts';
import { storyWords } from './story-words.ts';

/** One chapter as it is played. */
export interface PlayedSlide {
  readonly id: string;
  readonly after: Slide;
  /** What the map is swiped away from; null where there is nothing to swipe. */
  readonly before: Slide | null;
  /** For the one who speaks. */
  readonly notes: string;
}

/**
 * A story as one page that needs no server and no network: it opens from a file, is walked with keys, clicker, mouse or
 * fingers, and without scripts or on paper stands as slides below each other. `fontCss` holds the type it is set in.
 */
export function storyToHtml(slides: readonly PlayedSlide[], title: string, language: Language, fontCss: string): string {
  const words = storyWords[language];
  const says = { before: words.before, after: words.after, notes: words.notes, noNotes: words.noNotes, next: words.next, end: words.end, popup: words.popup };
  return `<!doctype html>
<html lang="${language === 'nl' ? 'nl-BE' : 'en-GB'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${fontCss}${css}</style>
</head>
<body>
<main aria-live="polite">
<h1 class="unseen">${escaped(title)}</h1>
${slides.map((slide) => slideHtml(slide, language)).join('\n')}
</main>
<nav aria-label="${words.controls}">
<button type="button" id="terug">${words.back}</button>
<span id="teller"></span>
<button type="button" id="verder">${words.on}</button>
<button type="button" id="notities">${words.notes} (N)</button>
<button type="button" id="volledig">${words.full} (F)</button>
</nav>
<script type="application/json" id="woorden">${JSON.stringify(says).replaceAll('<', '\\u003c')}</script>
<script>${storyPlayer}</script>
</body>
</html>
`;
}

function slideHtml({ id, after, before, notes }: PlayedSlide, language: Language): string {
  const words = storyWords[language];
  const { sight } = after;
  const sightOf = sight === null ? '' : ` data-sight="${sight.x} ${sight.y} ${sight.mmPerMetre}"`;
  const swipe = before === null ? '' :
    `<div class="before">${drawingToSvg(before.drawing, `${id}-v-`)}</div>` +
    `<label class="swipe"><span class="unseen">${words.swipe}</span><input type="range" min="0" max="100" value="100"></label>`;
  return `<section class="slide" id="${id}" aria-label="${escaped(after.drawing.title)}" data-title="${escaped(after.drawing.title)}" data-notes="${escaped(notes)}"${sightOf}>` +
    `${drawingToSvg(after.drawing, `${id}-`)}${swipe}</section>`;
}

/** The share of the slide that the map takes, which is all that a swipe uncovers. */
const mapShare = (mapBox.widthMm / slideSize.widthMm) * 100;

const css = `
:root { color: ${mapColours.label}; background: ${mapColours.paper}; font: 16px/1.4 'Noto Sans', 'DejaVu Sans', Arial, sans-serif; }
body { margin: 0; }
.slide { position: relative; --cut: 100%; }
.slide svg { display: block; width: 100%; height: auto; }
.before, .swipe { display: none; }
.speelt .swipe { display: block; }
.swipe input { position: absolute; left: 0; top: 100%; width: ${mapShare}%; height: 44px; margin: 0; accent-color: ${mapColours.accent}; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
nav { display: none; }
.speelt { height: 100vh; overflow: hidden; background: ${mapColours.paper}; display: grid; grid-template-rows: 1fr auto; }
.speelt main { display: grid; place-items: start center; min-height: 0; }
.speelt .slide { width: min(100vw, (100vh - 100px) * 16 / 9); }
.speelt .slide[hidden] { display: none; }
.speelt .before { display: block; position: absolute; inset: 0; clip-path: inset(0 calc(100% - ${mapShare / 100} * var(--cut)) 0 0); }
.speelt nav { display: flex; gap: 8px; align-items: center; justify-content: center; height: 56px; }
nav button { min-height: 44px; min-width: 44px; padding: 0 16px; font: inherit; color: ${mapColours.label}; background: ${mapColours.paper}; border: 1px solid ${mapColours.softLabel}; border-radius: 4px; cursor: pointer; }
nav button:disabled { opacity: 0.45; cursor: default; }
nav button:focus-visible, input:focus-visible { outline: 3px solid ${mapColours.accent}; outline-offset: 2px; }
#teller { min-width: 6em; text-align: center; font-variant-numeric: tabular-nums; }
@media print {
  @page { size: ${slideSize.widthMm}mm ${slideSize.heightMm}mm; margin: 0; }
  .speelt { display: block; height: auto; overflow: visible; }
  .speelt nav, .speelt .swipe, .speelt .before { display: none; }
  .speelt .slide, .speelt .slide[hidden] { display: block; width: 100%; break-after: page; }
}
`;
