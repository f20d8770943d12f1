import { escaped } from '../html-text.ts';
import { mapColours } from '../map-colours.ts';
import { drawingToSvg } from '../sheet/drawing-svg.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import { cellText, columnHead } from './cell-text.ts';
import type { ReportDocument, ReportPart, ReportSection, ReportTable } from './report-document.ts';

/**
 * A report as one page that needs nothing beside it: it opens from a file without a network, prints on A4 and can be read out.
 * `fontCss` holds the type it is set in. The same document gives the same bytes.
 */
export function reportToHtml(report: ReportDocument, fontCss: string): string {
  const { title, subtitle, language, fictitious, basis, sections } = report;
  const contents = { nl: 'Inhoud', en: 'Contents' }[language];
  let maps = 0;
  const { shapes, body } = withSharedShapes(sections.map((section) => sectionHtml(section, report, () => `kaart-${(maps += 1)}-`)).join('\n'));
  return `<!doctype html>
<html lang="${language === 'nl' ? 'nl-BE' : 'en-GB'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${fontCss}${css}</style>
</head>
<body>
<header>
${fictitious ? `<p class="fictitious">${escaped(sheetWords[language].fictitious)}</p>\n` : ''}<h1>${escaped(title)}</h1>
<p class="subtitle">${escaped(subtitle)}</p>
${basis.map((line) => `<p class="note">${escaped(line)}</p>`).join('\n')}
</header>
<nav aria-labelledby="inhoud"><h2 id="inhoud">${contents}</h2><ol>${sections.map(({ id, heading, depth }) => `<li class="depth-${depth}"><a href="#${id}">${escaped(heading)}</a></li>`).join('')}</ol></nav>
${shapes}<main>
${body}
</main>
<footer><p class="note">${escaped([title, subtitle, report.date].join(' · '))}</p></footer>
</body>
</html>
`;
}

/** Shorter shapes cost less where they are drawn than a name that points to them. */
const leastShared = 200;

/** Maps of the same ground hold the same streets and blocks: each shape that comes again is written once and pointed to. */
function withSharedShapes(html: string): { readonly shapes: string; readonly body: string } {
  const times = new Map<string, number>();
  const paths = /(?<!<clipPath id="[^"]*">)<path d="([^"]*)"/g;
  for (const [, d] of html.matchAll(paths)) if (d!.length >= leastShared) times.set(d!, (times.get(d!) ?? 0) + 1);
  const shared = [...times].filter(([, count]) => count > 1).map(([d]) => d);
  const nameOf = new Map(shared.map((d, index) => [d, `vorm-${index + 1}`]));
  return {
    shapes: shared.length === 0 ? '' : `<svg width="0" height="0" class="shapes" aria-hidden="true"><defs>${shared.map((d) => `<path id="${nameOf.get(d)!}" d="${d}"/>`).join('')}</defs></svg>\n`,
    body: html.replace(paths, (path: string, d: string) => { const name = nameOf.get(d); return name === undefined ? path : `<use href="#${name}"`; }),
  };
}

function sectionHtml({ id, heading, depth, parts }: ReportSection, report: ReportDocument, nextMap: () => string): string {
  const level = depth + 1;
  return `<section id="${id}" class="depth-${depth}" aria-labelledby="${id}-kop"><h${level} id="${id}-kop">${escaped(heading)}</h${level}>\n${parts.map((part) => partHtml(part, report, nextMap)).join('\n')}</section>`;
}

function partHtml(part: ReportPart, report: ReportDocument, nextMap: () => string): string {
  switch (part.kind) {
    case 'paragraph': return `<p>${escaped(part.text)}</p>`;
    case 'note': return `<p class="note">${escaped(part.text)}</p>`;
    case 'points': {
      const list = part.ordered === true ? 'ol' : 'ul';
      return part.items.length === 0 ? '' : `<${list}>${part.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</${list}>`;
    }
    case 'picture': return `<figure><img src="${part.href}" alt="${escaped(part.alt)}" width="${part.width}" height="${part.height}"></figure>`;
    case 'map': return `<figure>${drawingToSvg(part.drawing, nextMap())}</figure>`;
    case 'table': return tableHtml(part.table, report);
  }
}

function tableHtml({ id, title, columns, rows, printed }: ReportTable, { language }: ReportDocument): string {
  const count = printed === null ? rows.length : Math.min(printed, rows.length);
  if (count === 0) return '';
  const isFigure = columns.map(({ form }) => form !== 'text');
  const head = columns.map((column, index) => `<th scope="col"${isFigure[index] ? ' class="figure"' : ''}>${escaped(columnHead(column, language))}</th>`).join('');
  const body = rows.slice(0, count).map(({ cells, isTotal }) => `<tr${isTotal ? ' class="total"' : ''}>${cells.map((cell, index) => {
    const text = escaped(cellText(cell, columns[index]!, language));
    if (index === 0) return `<th scope="row">${text}</th>`;
    return `<td${isFigure[index] ? ' class="figure"' : ''}>${text}</td>`;
  }).join('')}</tr>`).join('\n');
  const left = rows.length - count;
  const more = left === 0 ? '' : `<p class="note">${{ nl: `Nog ${left} rijen staan in de werkmap en in de CSV.`, en: `${left} more rows are in the workbook and the CSV.` }[language]}</p>`;
  return `<div class="table" role="region" aria-label="${escaped(title)}" tabindex="0"><table id="tabel-${id}"><caption>${escaped(title)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>${more}`;
}

const css = `
:root { color: ${mapColours.label}; background: ${mapColours.paper}; font: 16px/1.5 'Noto Sans', 'DejaVu Sans', Arial, sans-serif; font-variant-numeric: tabular-nums; }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem; }
h1 { font-size: 2.2rem; line-height: 1.2; margin: 0.5rem 0; }
h2 { font-size: 1.6rem; margin: 3rem 0 0.75rem; }
h3 { font-size: 1.3rem; margin: 2.5rem 0 0.5rem; }
.subtitle { font-size: 1.2rem; margin: 0 0 1rem; }
.note { color: ${mapColours.softLabel}; font-size: 0.875rem; margin: 0.25rem 0; }
.fictitious { display: inline-block; margin: 0; padding: 0.1rem 0.6rem; background: ${mapColours.label}; color: ${mapColours.paper}; font-weight: 700; }
nav ol { list-style: none; padding: 0; columns: 2; } nav .depth-1 { font-weight: 700; } nav .depth-2 { padding-left: 1.25rem; }
a { color: ${mapColours.accent}; }
.shapes { position: absolute; } figure { margin: 1.5rem 0; } figure svg { width: 100%; height: auto; }
.table { overflow-x: auto; margin: 1.25rem 0; } table { border-collapse: collapse; font-size: 0.9rem; } caption { text-align: left; font-weight: 700; padding-bottom: 0.3rem; }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.6rem 0.2rem 0; border-bottom: 1px solid #d5d7d8; font-weight: 400; } thead th { font-weight: 700; border-bottom: 2px solid ${mapColours.label}; vertical-align: bottom; }
.figure { text-align: right; padding-left: 0.6rem; } .total th, .total td { font-weight: 700; border-top: 1.5px solid ${mapColours.label}; }
:focus-visible { outline: 3px solid ${mapColours.accent}; outline-offset: 2px; }
@page { size: A4; margin: 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; } .depth-1 { break-before: page; } nav { break-after: auto; } h2, h3, caption { break-after: avoid; }
  tr, figure { break-inside: avoid; } thead { display: table-header-group; } .table { overflow: visible; } a { color: inherit; text-decoration: none; }
}
`;
