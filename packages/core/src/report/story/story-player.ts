import { mapBox } from './slide.ts';

/**
 * What moves a story in the browser: keys and clicker, the swipe, the flight of the map, the notes in a window of their own.
 * It is text because it travels in the page; it asks for nothing outside it.
 */
export const storyPlayer = `
'use strict';
const slides = [...document.querySelectorAll('.slide')];
const says = JSON.parse(document.getElementById('woorden').textContent);
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
const [back, on, count, notesButton, fullButton] = ['terug', 'verder', 'teller', 'notities', 'volledig'].map((id) => document.getElementById(id));
let at = Math.max(0, slides.findIndex((slide) => '#' + slide.id === location.hash));
let notesWindow = null;

const swipeOf = (slide) => slide.querySelector('input[type=range]');
const cut = (slide, share) => { slide.style.setProperty('--cut', share + '%'); const swipe = swipeOf(slide); swipe.value = share; swipe.setAttribute('aria-valuetext', share >= 50 ? says.before : says.after); };

/** Slides the seam to a side; at once for who asked for calm. */
function swipeTo(slide, share) {
  const from = Number(swipeOf(slide).value);
  if (calm || from === share) return cut(slide, share);
  const begin = performance.now();
  const step = (now) => {
    const part = Math.min(1, (now - begin) / 700);
    cut(slide, Math.round((from + (share - from) * (1 - (1 - part) ** 3)) * 10) / 10);
    if (part < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

const sightOf = (slide) => slide.dataset.sight ? slide.dataset.sight.split(' ').map(Number) : null;

/** Lets the map of a slide fly in from where that of the slide before lay; both are upright at a true scale. */
function fly(slide, from) {
  const then = sightOf(slide);
  const now = from && sightOf(from);
  if (calm || !then || !now) return;
  const scale = now[2] / then[2];
  const middle = [${mapBox.xMm + mapBox.widthMm / 2}, ${mapBox.yMm + mapBox.heightMm / 2}];
  const dx = (then[0] - now[0]) * now[2];
  const dy = -(then[1] - now[1]) * now[2];
  for (const map of slide.querySelectorAll('.slide-map')) {
    map.style.transformOrigin = middle[0] + 'px ' + middle[1] + 'px';
    map.animate([{ transform: 'translate(' + dx + 'px,' + dy + 'px) scale(' + scale + ')' }, { transform: 'none' }], { duration: 1100, easing: 'cubic-bezier(.4,0,.2,1)' });
  }
}

function show(next, side) {
  const from = slides[at];
  at = Math.min(slides.length - 1, Math.max(0, next));
  const slide = slides[at];
  for (const one of slides) one.hidden = one !== slide;
  if (swipeOf(slide)) cut(slide, side);
  if (from !== slide) fly(slide, from);
  count.textContent = (at + 1) + ' / ' + slides.length;
  back.disabled = at === 0;
  on.disabled = at === slides.length - 1 && !(swipeOf(slide) && Number(swipeOf(slide).value) > 0);
  history.replaceState(null, '', '#' + slide.id);
  tellNotes();
}

/** One step further: first the swipe, then the next slide. */
function forth() {
  const swipe = swipeOf(slides[at]);
  if (swipe && Number(swipe.value) > 0) { swipeTo(slides[at], 0); on.disabled = at === slides.length - 1; } else if (at < slides.length - 1) show(at + 1, 100);
}
function hence() {
  const swipe = swipeOf(slides[at]);
  if (swipe && Number(swipe.value) < 100) swipeTo(slides[at], 100); else if (at > 0) show(at - 1, 0);
}

function tellNotes() {
  if (!notesWindow || notesWindow.closed) return;
  const page = notesWindow.document;
  page.getElementById('nu').textContent = (at + 1) + ' / ' + slides.length + '  ' + slides[at].dataset.title;
  page.getElementById('nota').textContent = slides[at].dataset.notes || says.noNotes;
  page.getElementById('straks').textContent = at + 1 < slides.length ? says.next + ': ' + slides[at + 1].dataset.title : says.end;
}
function openNotes() {
  notesWindow = window.open('', 'notities', 'width=720,height=520');
  if (!notesWindow) { count.textContent = says.popup; return; }
  const page = notesWindow.document;
  page.title = says.notes;
  page.documentElement.lang = document.documentElement.lang;
  page.body.style.cssText = 'margin:24px;font:20px/1.5 sans-serif;color:#1f2529;background:#fff';
  page.body.replaceChildren(...[['h1', 'nu'], ['p', 'nota'], ['p', 'straks'], ['p', 'klok']].map(([tag, id]) => Object.assign(page.createElement(tag), { id })));
  page.getElementById('nota').style.cssText = 'white-space:pre-wrap;font-size:26px';
  page.addEventListener('keydown', keys);
  const begin = Date.now();
  const clock = () => { if (notesWindow.closed) return; const s = Math.floor((Date.now() - begin) / 1000); page.getElementById('klok').textContent = new Date().toLocaleTimeString('nl-BE', { hour: '2-digit', minute: '2-digit' }) + '  (' + Math.floor(s / 60) + ':' + String(s % 60).padStart(2, '0') + ')'; setTimeout(clock, 1000); };
  clock();
  tellNotes();
}
const full = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const onSwipe = event.target.matches && event.target.matches('input[type=range]');
  const act = { ArrowRight: forth, PageDown: forth, ' ': forth, Enter: forth, ArrowLeft: hence, PageUp: hence, Backspace: hence, Home: () => show(0, 100), End: () => show(slides.length - 1, 0), n: openNotes, f: full }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  const onButton = event.target.matches && event.target.matches('button') && (event.key === ' ' || event.key === 'Enter');
  if (!act || onButton || (onSwipe && event.key.startsWith('Arrow'))) return;
  event.preventDefault();
  act();
}
document.addEventListener('keydown', keys);
for (const slide of slides) {
  const swipe = swipeOf(slide);
  if (swipe) swipe.addEventListener('input', () => { cut(slide, Number(swipe.value)); on.disabled = at === slides.length - 1 && Number(swipe.value) === 0; });
}
back.addEventListener('click', hence);
on.addEventListener('click', forth);
notesButton.addEventListener('click', openNotes);
fullButton.addEventListener('click', full);
addEventListener('hashchange', () => { const found = slides.findIndex((slide) => '#' + slide.id === location.hash); if (found >= 0 && found !== at) show(found, 100); });
document.body.classList.add('speelt');
show(at, 100);
`;
