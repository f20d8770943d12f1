import { zipSync } from 'fflate';
import { reportToHtml, tableCsv, tablesOf, type ReportDocument } from '@woonzorgzones/core/report';
import { fontCss } from '../print/font-css.ts';
import { reportToPdf } from '../print/report-pdf.ts';
import { writeGeoPackage } from './geopackage.ts';
import { writeGeoJson } from './geojson-layer.ts';
import { layerStyle, shadingStyle } from './layer-style.ts';
import { figuresLayer, reportLayers, type ReportGround } from './report-layers.ts';
import { reportToWorkbook } from './report-workbook.ts';

/** The forms a report comes in. */
export const reportForms = ['pdf', 'html', 'xlsx', 'csv', 'gpkg', 'geojson'] as const;
export type ReportForm = (typeof reportForms)[number];

/** One file of a report. */
export interface ReportFile {
  /** With its folder, parted by slashes. */
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** What a report is written from: the document, and for the layers what it was made of. */
export interface WrittenReport extends ReportGround {
  readonly document: ReportDocument;
}

/**
 * A report in one of its forms: a page, a PDF, a workbook, a CSV for each table, a GeoPackage, or GeoJSON with the styles
 * QGIS looks for beside it. `packed` puts several files into one zip. The same report gives the same bytes.
 */
export async function writeReport(report: WrittenReport, form: ReportForm, packed: boolean): Promise<readonly ReportFile[]> {
  const { document } = report;
  switch (form) {
    case 'pdf': return [{ name: 'verslag.pdf', content: await reportToPdf(document) }];
    case 'html': return [{ name: 'verslag.html', content: reportToHtml(document, fontCss()) }];
    case 'xlsx': return [{ name: 'verslag.xlsx', content: await reportToWorkbook(document) }];
    case 'csv': return together('csv', tablesOf(document).map((table) => ({ name: `${table.id}.csv`, content: tableCsv(table, document) })), packed);
    case 'gpkg': {
      const { tables, shadings } = reportLayers(report);
      return [{ name: 'verslag.gpkg', content: writeGeoPackage(tables, {}, document.date, shadings) }];
    }
    case 'geojson': {
      const { tables, shadings } = reportLayers(report);
      const styleOf = (table: string): string | null => (table === figuresLayer ? (shadings[0] === undefined ? null : shadingStyle(shadings[0])) : layerStyle(table));
      return together('geojson', tables.flatMap((table): readonly ReportFile[] => {
        const style = styleOf(table.name);
        return [{ name: `${table.name}.geojson`, content: writeGeoJson(table) }, ...(style === null ? [] : [{ name: `${table.name}.qml`, content: style }])];
      }), packed);
    }
  }
}

/** The first moment a zip can name; no clock, so that the same files give the same bytes. */
const zipTime = new Date(1980, 0, 1);

function together(folder: string, files: readonly ReportFile[], packed: boolean): readonly ReportFile[] {
  if (!packed) return files.map(({ name, content }) => ({ name: `${folder}/${name}`, content }));
  const members = Object.fromEntries(files.map(({ name, content }) => [name, typeof content === 'string' ? new TextEncoder().encode(content) : content]));
  return [{ name: `verslag-${folder}.zip`, content: zipSync(members, { mtime: zipTime }) }];
}
