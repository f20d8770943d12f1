import { boxPath, mm, type Drawing, type Mark, type Stroke } from './drawing.ts';

/**
 * A drawing as an SVG document in millimetres. Text stays text, set in Noto Sans where it is there. The same drawing gives
 * the same bytes. Where several stand in one page, `prefix` keeps their names apart.
 */
export function drawingToSvg({ widthMm, heightMm, title, description, language, marks }: Drawing, prefix = ''): string {
  let clips = 0;
  const write = (mark: Mark): string => {
    switch (mark.kind) {
      case 'path': return `<path d="${mark.d}"${fillOf(mark.fill, mark.fillOpacity)}${strokeOf(mark.stroke)}/>`;
      case 'text': {
        const halo = mark.halo === undefined ? '' : ` paint-order="stroke" stroke="${mark.halo.colour}" stroke-width="${mm(mark.halo.widthMm)}" stroke-linejoin="round"`;
        const anchor = mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
        const weight = mark.weight === 'bold' ? ' font-weight="700"' : '';
        return `<text x="${mm(mark.xMm)}" y="${mm(mark.yMm)}" font-size="${mm(mark.sizeMm)}"${weight}${anchor} fill="${mark.colour}"${halo}>${escaped(mark.text)}</text>`;
      }
      case 'image': return `<image x="${mm(mark.xMm)}" y="${mm(mark.yMm)}" width="${mm(mark.widthMm)}" height="${mm(mark.heightMm)}" href="${mark.href}"/>`;
      case 'group': {
        const inner = mark.marks.map(write).join('');
        const at = mark.at === undefined ? '' : ` transform="translate(${mm(mark.at.xMm)} ${mm(mark.at.yMm)}) scale(${String(Math.round(mark.at.scale * 1e5) / 1e5)})"`;
        if (mark.clip === undefined) return `<g class="${mark.name}"${at}>${inner}</g>`;
        const id = `${prefix}clip${++clips}`;
        return `<clipPath id="${id}"><path d="${mark.clip}" clip-rule="evenodd"/></clipPath><g class="${mark.name}" clip-path="url(#${id})"${at}>${inner}</g>`;
      }
    }
  };
  const paper = boxPath({ xMm: 0, yMm: 0, widthMm, heightMm });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(widthMm)}mm" height="${mm(heightMm)}mm" viewBox="0 0 ${mm(widthMm)} ${mm(heightMm)}" ` +
    `lang="${language}" role="img" aria-labelledby="${prefix}sheet-title ${prefix}sheet-description" font-family="'Noto Sans', 'DejaVu Sans', Arial, sans-serif" fill-rule="evenodd">` +
    `<title id="${prefix}sheet-title">${escaped(title)}</title><desc id="${prefix}sheet-description">${escaped(description)}</desc>` +
    `<path d="${paper}" fill="#ffffff"/>${marks.map(write).join('')}</svg>\n`
  );
}

const fillOf = (colour: string | undefined, opacity: number | undefined): string =>
  ` fill="${colour ?? 'none'}"${colour === undefined || opacity === undefined || opacity === 1 ? '' : ` fill-opacity="${String(opacity)}"`}`;

function strokeOf(stroke: Stroke | undefined): string {
  if (stroke === undefined) return '';
  const { colour, widthMm, opacity, dashMm, cap = 'butt' } = stroke;
  return ` stroke="${colour}" stroke-width="${mm(widthMm)}" stroke-linejoin="round" stroke-linecap="${cap}"` +
    (opacity === undefined ? '' : ` stroke-opacity="${String(opacity)}"`) + (dashMm === undefined ? '' : ` stroke-dasharray="${dashMm.map(mm).join(' ')}"`);
}

/** Text of a planner as XML: what means something there is spelt out, and what XML cannot hold at all is left out. */
const escaped = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
