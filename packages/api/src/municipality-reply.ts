import { boundsOf } from '@woonzorgzones/core/geo';
import { bandLabel, type CategoryId, type Municipality } from '@woonzorgzones/core/model';
import { peopleOf, tableOfPeople } from '@woonzorgzones/core/needs';
import { countStreets, crossingsByKind, streetsOf } from '@woonzorgzones/core/network';
import { boundsInDegrees } from '@woonzorgzones/files';
import { layerNames } from './layers/municipality-layers.ts';
import { oncePer } from './once-per.ts';
import type { MunicipalityReply } from './schemas.ts';
import type { Plain } from './schemas/same-type.ts';
import type { DatasetHeader } from './store/dataset.ts';

/** A municipality without its shapes and addresses. */
export function municipalityReply(header: DatasetHeader, municipality: Municipality): Plain<MunicipalityReply> {
  const { addresses, bands, blocks, facilities, divisions, nuclei, barriers, crossings, basemap } = municipality;
  const { persons } = tableOfPeople(peopleOf(municipality), municipality.population.year);
  return {
    ...header,
    bounds: boundsInDegrees(boundsOf(municipality.boundary)),
    bands,
    populationByBand: persons.map((count, i) => ({ band: bandLabel(bands[i]!), persons: count })),
    population: municipality.population,
    ageTables: municipality.ageTables,
    counts: {
      blocks: blocks.length,
      addresses: addresses.ids.length,
      dwellings: addresses.dwellings.reduce((sum, dwellings) => sum + dwellings, 0),
      facilities: facilities.length,
      facilitiesByCategory: countBy(facilities.map(({ category }) => category)),
      nuclei: nuclei.length,
      barriers: barriers.length,
      crossings: crossings.length,
      streets: basemap.streets.length,
    },
    streets: streetReport(municipality),
    divisions: divisions.map(({ id, name, areas }) => ({ id, name, areas: areas.map((area) => ({ id: area.id, name: area.name })) })),
    sources: municipality.sources,
    layers: layerNames(municipality),
  };
}

/** How the streets hang together, and how many crossings each kind of barrier has; null where no streets for walking were read. Counted once per dataset. */
const streetReport = oncePer((municipality: Municipality) => {
  const graph = streetsOf(municipality);
  return graph === null ? null : { ...countStreets(graph), crossingsByKind: crossingsByKind(municipality.barriers, municipality.crossings) };
});

function countBy(categories: readonly CategoryId[]): Partial<Record<CategoryId, number>> {
  const counts: Partial<Record<CategoryId, number>> = {};
  for (const category of categories) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}
