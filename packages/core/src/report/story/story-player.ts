import { mapBox } from './slide.ts';

/**
 * What moves a story in the browser: keys and clicker, the swipe, the flight of the map, the notes in a window of their own.
 * It is text because it travels in the page; it asks for nothing outside it. Within another page of ours it says when it is
 * left and when its notes are open.
 */
export const storyPlayer = `
'use strict';
const slides = [...document.querySelectorAll('.slide')];
const says = JSON.parse(document.getElementById('woorden').textContent);
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
const [back, on, count, tourButton, notesButton, blackButton, fullButton] = ['terug', 'verder', 'teller', 'rondvlucht', 'notities', 'zwart', 'volledig'].map((id) => document.getElementById(id));
const middle = [${mapBox.xMm + mapBox.widthMm / 2}, ${mapBox.yMm + mapBox.heightMm / 2}];
let at = Math.max(0, slides.findIndex((slide) => '#' + slide.id === location.hash));
let notesWindow = null;
let tour = 0;
let leaving = null;

const swipeOf = (slide) => slide.querySelector('input[type=range]');
function cut(slide, share) {
  slide.style.setProperty('--cut', share + '%');
  slide.dataset.side = share <= 0 ? 'after' : share >= 100 ? 'before' : 'both';
  const swipe = swipeOf(slide);
  swipe.value = share;
  swipe.setAttribute('aria-valuetext', share >= 50 ? says.before : says.after);
}

/** Slides the seam to a side; at once for who asked for calm. */
function swipeTo(slide, share) {
  const from = Number(swipeOf(slide).value);
  if (calm || from === share) return cut(slide, share);
  const begin = performance.now();
  const step = (now) => {
    const part = Math.min(1, (now - begin) / 900);
    cut(slide, part === 1 ? share : Math.round((from + (share - from) * (1 - (1 - part) ** 3)) * 10) / 10);
    if (part < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

const sightOf = (slide) => slide.dataset.sight ? slide.dataset.sight.split(' ').map(Number) : null;
const moved = (from, to) => 'translate(' + (from[0] - to[0]) * to[2] + 'px,' + -(from[1] - to[1]) * to[2] + 'px) scale(' + to[2] / from[2] + ')';
function move(slide, steps) {
  for (const map of slide.querySelectorAll('.slide-map')) {
    map.style.transformOrigin = middle[0] + 'px ' + middle[1] + 'px';
    map.animate(steps, { duration: 1300, easing: 'cubic-bezier(.5,0,.2,1)' });
  }
}

/** Flies from where the map of the slide before lay to where this one lies: both are upright at a true scale. */
function fly(slide, from) {
  if (leaving) leaving.finish();
  const [there, here] = [sightOf(slide), sightOf(from)];
  if (calm || !there || !here) return;
  from.hidden = false;
  from.inert = true;
  from.classList.add('weg');
  move(slide, [{ transform: moved(there, here) }, { transform: 'none' }]);
  move(from, [{ transform: 'none' }, { transform: moved(here, there) }]);
  leaving = from.animate([{ opacity: 1 }, { opacity: 1, offset: 0.3 }, { opacity: 0 }], { duration: 1300 });
  leaving.onfinish = () => {
    from.hidden = slides[at] !== from;
    from.inert = false;
    from.classList.remove('weg');
    leaving = null;
  };
}

function show(next, side) {
  const from = slides[at];
  at = Math.min(slides.length - 1, Math.max(0, next));
  const slide = slides[at];
  for (const one of slides) one.hidden = one !== slide;
  if (swipeOf(slide)) cut(slide, side);
  if (from !== slide) fly(slide, from);
  count.textContent = (at + 1) + ' / ' + slides.length;
  back.disabled = at === 0 && !(swipeOf(slide) && Number(swipeOf(slide).value) < 100);
  on.disabled = at === slides.length - 1 && !(swipeOf(slide) && Number(swipeOf(slide).value) > 0);
  history.replaceState(null, '', '#' + slide.id);
  tellNotes();
}

/** One step further: first the swipe, then the next slide. */
function forth() {
  const swipe = swipeOf(slides[at]);
  if (swipe && Number(swipe.value) > 0) { swipeTo(slides[at], 0); back.disabled = false; on.disabled = at === slides.length - 1; } else if (at < slides.length - 1) show(at + 1, 100);
}
function hence() {
  const swipe = swipeOf(slides[at]);
  if (swipe && Number(swipe.value) < 100) { swipeTo(slides[at], 100); back.disabled = at === 0; on.disabled = false; } else if (at > 0) show(at - 1, 0);
}

/** Zone by zone by itself, from here or from the first; any key or button ends it. */
function fromZoneToZone() {
  if (tour) return stopTour();
  const isZone = (place) => slides[place] && slides[place].dataset.zone !== undefined;
  const first = isZone(at) ? at : slides.findIndex((_, place) => isZone(place));
  if (first < 0) return;
  if (first !== at) show(first, 100);
  tourButton.setAttribute('aria-pressed', 'true');
  tour = setInterval(() => { if (isZone(at + 1)) show(at + 1, 100); else stopTour(); }, 4500);
}
function stopTour() {
  clearInterval(tour);
  tour = 0;
  tourButton.setAttribute('aria-pressed', 'false');
}

function black() {
  const isBlack = document.body.classList.toggle('zwart');
  blackButton.setAttribute('aria-pressed', String(isBlack));
}

function tellNotes() {
  if (!notesWindow || notesWindow.closed) return;
  const page = notesWindow.document;
  const next = slides[at + 1];
  page.getElementById('nu').textContent = (at + 1) + ' / ' + slides.length + '  ' + slides[at].dataset.title;
  page.getElementById('nota').textContent = slides[at].dataset.notes || says.noNotes;
  page.getElementById('straks').textContent = next ? says.next + ': ' + next.dataset.title : says.end;
  page.getElementById('beeld').replaceChildren(...(next ? [page.importNode(next.querySelector('svg'), true)] : []));
}
function openNotes() {
  if (notesWindow && !notesWindow.closed) return notesWindow.focus();
  say('notities');
  notesWindow = window.open('', 'notities', 'width=900,height=640');
  if (!notesWindow) { count.textContent = says.popup; return; }
  const page = notesWindow.document;
  page.title = says.notes;
  page.documentElement.lang = document.documentElement.lang;
  const style = page.createElement('style');
  style.textContent = 'body{margin:24px;font:20px/1.5 "Noto Sans",sans-serif;color:#1f2529;background:#fff}h1{font-size:22px}#nota{white-space:pre-wrap;font-size:28px}#klok{font-size:26px;font-variant-numeric:tabular-nums}#beeld svg{width:min(100%,420px);height:auto;border:1px solid #8b8f91}';
  page.head.replaceChildren(style);
  page.body.replaceChildren(...[['h1', 'nu'], ['p', 'klok'], ['p', 'nota'], ['p', 'straks'], ['div', 'beeld']].map(([tag, id]) => Object.assign(page.createElement(tag), { id })));
  page.addEventListener('keydown', keys);
  const begin = Date.now();
  const clock = () => { if (notesWindow.closed) return; const s = Math.floor((Date.now() - begin) / 1000); page.getElementById('klok').textContent = new Date().toLocaleTimeString('nl-BE', { hour: '2-digit', minute: '2-digit' }) + '  (' + Math.floor(s / 60) + ':' + String(s % 60).padStart(2, '0') + ')'; setTimeout(clock, 1000); };
  clock();
  tellNotes();
}

const say = (what) => { if (parent !== window) parent.postMessage({ woonzorgzones: what }, location.origin); };
const full = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
function leave() {
  if (document.body.classList.contains('zwart')) black();
  else if (document.fullscreenElement) document.exitFullscreen();
  else { if (notesWindow) notesWindow.close(); say('sluiten'); }
}

const acts = {
  ArrowRight: forth, ArrowDown: forth, PageDown: forth, ' ': forth, Enter: forth, ArrowLeft: hence, ArrowUp: hence, PageUp: hence, Backspace: hence,
  Home: () => show(0, 100), End: () => show(slides.length - 1, 0), b: black, '.': black, z: fromZoneToZone, n: openNotes, f: full, Escape: leave,
};
function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isOn = (what) => event.target.matches && event.target.matches(what);
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || (isOn('button') && (event.key === ' ' || event.key === 'Enter')) || (isOn('input[type=range]') && event.key.startsWith('Arrow'))) return;
  event.preventDefault();
  if (tour && act !== fromZoneToZone) stopTour();
  act();
}
document.addEventListener('keydown', keys);

for (const slide of slides) {
  const swipe = swipeOf(slide);
  if (swipe) swipe.addEventListener('input', () => { cut(slide, Number(swipe.value)); back.disabled = at === 0 && Number(swipe.value) === 100; on.disabled = at === slides.length - 1 && Number(swipe.value) === 0; });
}
const press = (button, act) => button.addEventListener('click', () => { if (tour && act !== fromZoneToZone) stopTour(); act(); });
press(back, hence);
press(on, forth);
press(tourButton, fromZoneToZone);
press(notesButton, openNotes);
press(blackButton, black);
press(fullButton, full);
tourButton.hidden = !slides.some((slide) => slide.dataset.zone !== undefined);

/** The controls step aside while nobody moves the pointer. */
let idle = 0;
function awake() {
  document.body.classList.remove('stil');
  clearTimeout(idle);
  idle = setTimeout(() => document.body.classList.add('stil'), 3000);
}
for (const kind of ['pointermove', 'pointerdown', 'focusin']) document.addEventListener(kind, awake);
addEventListener('hashchange', () => { const found = slides.findIndex((slide) => '#' + slide.id === location.hash); if (found >= 0 && found !== at) show(found, 100); });
document.body.classList.add('speelt');
awake();
show(at, 100);
`;
