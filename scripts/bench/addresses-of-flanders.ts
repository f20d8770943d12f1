/** Writes an address list in the layout of BeSt Address (domain.md 6.3): invented addresses, as many as Flanders has. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const header = 'EPSG:31370_x,EPSG:31370_y,EPSG:4326_lat,EPSG:4326_lon,address_id,box_number,house_number,municipality_id,municipality_name_de,municipality_name_fr,municipality_name_nl,postcode,postname_fr,postname_nl,street_id,streetname_de,streetname_fr,streetname_nl,region_code,status\n';

/** Municipalities of Flanders in 2024; the list comes one after the other. */
const municipalities = 300;

const line = (number: number, municipality: number): string => {
  const x = 100_000 + (number % 90_000);
  const y = 170_000 + (municipality % 50) * 700;
  const box = number % 5 === 0 ? `bus ${number % 30}` : '';
  return `${x}.12300,${y}.45600,51.0${number % 10}347,4.3${number % 10}653,${2_000_000_000 + number},${box},${(number % 250) + 1},${11_000 + municipality},,,Gemeente ${municipality},${2000 + municipality},,"Postnaam ${municipality}, deel ${number % 3}",${70_000 + (number % 40_000)},,,Burgemeester Van den Bosschestraat ${number % 900},BE-VLG,${number % 40 === 0 ? 'retired' : 'current'}\n`;
};

/** Fills a file up to this many megabytes; returns how many rows of the first municipality are current. */
export async function writeAddressesOfFlanders(path: string, megabytes: number): Promise<number> {
  const out = createWriteStream(path);
  out.write(header);
  const perMunicipality = Math.ceil((megabytes * 1_000_000) / line(123_456, 150).length / municipalities);
  let current = 0;
  for (let municipality = 0; municipality < municipalities; municipality++) {
    const lines: string[] = [];
    for (let i = 0; i < perMunicipality; i++) {
      const number = municipality * perMunicipality + i;
      lines.push(line(number, municipality));
      if (municipality === 0 && number % 40 !== 0) current += 1;
    }
    if (!out.write(lines.join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return current;
}
