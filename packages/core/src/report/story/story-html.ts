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
  /** One of the slides that go from zone to zone. */
  readonly isOfZone: boolean;
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
<button type="button" id="rondvlucht" aria-pressed="false">${words.tour} (Z)</button>
<button type="button" id="notities">${words.notes} (N)</button>
<button type="button" id="zwart" aria-pressed="false">${words.black} (B)</button>
<button type="button" id="volledig">${words.full} (F)</button>
</nav>
<script type="application/json" id="woorden">${JSON.stringify(says).replaceAll('<', '\\u003c')}</script>
<script>${storyPlayer}</script>
</body>
</html>
`;
}

function slideHtml({ id, after, before, isOfZone, notes }: PlayedSlide, language: Language): string {
  const words = storyWords[language];
  const { sight } = after;
  const sightOf = sight === null ? '' : ` data-sight="${sight.x} ${sight.y} ${sight.mmPerMetre}"`;
  const swipe = before === null ? '' :
    `<div class="before">${drawingToSvg(before.drawing, `${id}-v-`)}</div>` +
    `<span class="naad"></span><label class="swipe"><span class="unseen">${words.swipe}</span><input type="range" min="0" max="100" step="5" value="100"></label>`;
  return `<section class="slide" id="${id}" aria-label="${escaped(after.drawing.title)}" data-title="${escaped(after.drawing.title)}" data-notes="${escaped(notes)}"${isOfZone ? ' data-zone' : ''}${sightOf}>` +
    `${drawingToSvg(after.drawing, `${id}-`)}${swipe}</section>`;
}

/** The share of the slide that the map takes, which is all that a swipe uncovers. */
const mapShare = (mapBox.widthMm / slideSize.widthMm) * 100;

const css = `
:root { color: ${mapColours.label}; background: ${mapColours.paper}; font: 16px/1.4 'Noto Sans', 'DejaVu Sans', Arial, sans-serif; }
body { margin: 0; }
.slide { position: relative; --cut: 100%; }
.slide svg { display: block; width: 100%; height: auto; }
.before, .swipe, .naad { display: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
nav { display: none; }
.speelt { position: fixed; inset: 0; overflow: hidden; background: ${mapColours.paper}; }
.speelt main { display: grid; height: 100%; place-items: center; }
.speelt .slide { width: min(100vw, 100vh * 16 / 9); grid-area: 1 / 1; }
.speelt .slide.weg { z-index: 1; }
.speelt .slide[hidden] { display: none; }
.speelt .before { display: block; position: absolute; inset: 0; clip-path: inset(0 calc(100% - ${mapShare / 100} * var(--cut)) 0 0); }
.speelt .slide[data-side=before] .before { clip-path: none; }
.speelt .naad { display: block; position: absolute; top: 0; bottom: 0; left: calc(${mapShare / 100} * var(--cut)); width: 4px; margin-left: -2px; background: ${mapColours.accent}; box-shadow: 0 0 0 1px ${mapColours.paper}; }
.speelt .slide:not([data-side=both]) .naad { display: none; }
.speelt .swipe { display: block; }
.swipe input { position: absolute; left: 0; top: 0; width: ${mapShare}%; height: 100%; margin: 0; appearance: none; background: transparent; cursor: ew-resize; }
.swipe input::-webkit-slider-runnable-track { height: 100%; }
.swipe input::-webkit-slider-thumb { appearance: none; width: 44px; height: 44px; margin-top: calc(min(100vh, 100vw * 9 / 16) / 2 - 22px); border: 4px solid ${mapColours.paper}; border-radius: 50%; background: ${mapColours.accent}; box-shadow: 0 1px 6px rgb(0 0 0 / 40%); }
.swipe input::-moz-range-thumb { width: 44px; height: 44px; border: 4px solid ${mapColours.paper}; border-radius: 50%; background: ${mapColours.accent}; }
.speelt nav { position: fixed; z-index: 3; bottom: 0; left: 50%; display: flex; gap: 8px; align-items: center; padding: 8px; border: 1px solid ${mapColours.softLabel}; border-bottom: 0; border-radius: 8px 8px 0 0; background: ${mapColours.paper}; translate: -50% 0; transition: translate 0.3s; white-space: nowrap; }
.speelt.stil nav:not(:focus-within, :hover) { translate: -50% 110%; }
.speelt.stil { cursor: none; }
nav button { min-height: 44px; min-width: 44px; padding: 0 14px; font: inherit; color: ${mapColours.label}; background: ${mapColours.paper}; border: 1px solid ${mapColours.softLabel}; border-radius: 4px; cursor: pointer; }
nav button[aria-pressed=true] { background: ${mapColours.label}; color: ${mapColours.paper}; }
nav button:disabled { opacity: 0.45; cursor: default; }
nav button:focus-visible, input:focus-visible { outline: 3px solid ${mapColours.accent}; outline-offset: -3px; }
#teller { min-width: 4em; text-align: center; font-variant-numeric: tabular-nums; }
.speelt.zwart::after { content: ''; position: fixed; inset: 0; z-index: 2; background: #000; }
@media (prefers-reduced-motion: reduce) { .speelt nav { transition: none; } }
@media (max-width: 900px) { .speelt nav { left: 0; right: 0; translate: none; flex-wrap: wrap; justify-content: center; border-radius: 0; } .speelt.stil nav:not(:focus-within, :hover) { translate: 0 110%; } }
@media print {
  @page { size: ${slideSize.widthMm}mm ${slideSize.heightMm}mm; margin: 0; }
  .speelt { position: static; overflow: visible; }
  .speelt main { display: block; }
  .speelt nav, .speelt .swipe, .speelt .naad, .speelt .before { display: none; }
  .speelt .slide, .speelt .slide[hidden] { display: block; width: 100%; break-after: page; }
}
`;
