import bank from '@mapbox/maki/icons/bank.svg?raw';
import bus from '@mapbox/maki/icons/bus.svg?raw';
import dentist from '@mapbox/maki/icons/dentist.svg?raw';
import doctor from '@mapbox/maki/icons/doctor.svg?raw';
import emergencyPhone from '@mapbox/maki/icons/emergency-phone.svg?raw';
import grocery from '@mapbox/maki/icons/grocery.svg?raw';
import heart from '@mapbox/maki/icons/heart.svg?raw';
import home from '@mapbox/maki/icons/home.svg?raw';
import hospital from '@mapbox/maki/icons/hospital.svg?raw';
import information from '@mapbox/maki/icons/information.svg?raw';
import library from '@mapbox/maki/icons/library.svg?raw';
import park from '@mapbox/maki/icons/park.svg?raw';
import pharmacy from '@mapbox/maki/icons/pharmacy.svg?raw';
import playground from '@mapbox/maki/icons/playground.svg?raw';
import post from '@mapbox/maki/icons/post.svg?raw';
import residentialCommunity from '@mapbox/maki/icons/residential-community.svg?raw';
import restaurant from '@mapbox/maki/icons/restaurant.svg?raw';
import school from '@mapbox/maki/icons/school.svg?raw';
import bench from '@rapideditor/temaki/icons/bench.svg?raw';
import physiotherapist from '@rapideditor/temaki/icons/physiotherapist.svg?raw';
import socialFacility from '@rapideditor/temaki/icons/social_facility.svg?raw';
import { categoryIds, type CategoryId } from '@woonzorgzones/core/model';
import { facilitySigns } from '@woonzorgzones/core/report';

/** What stands inside a facility's shape: the path of an icon on a square of `grid` units from 0 0, or letters where no icon set has a sign. */
type Glyph = { readonly kind: 'path'; readonly d: string; readonly grid: number } | { readonly kind: 'letters'; readonly letters: string };

/** Maki and Temaki icons are nothing but paths, on a square of 15 units or, some of Temaki, of 50. */
const icon = (svg: string): Glyph => ({
  kind: 'path',
  grid: Number(/viewBox="0 0 (\d+)/.exec(svg)![1]),
  d: [...svg.matchAll(/\sd="([^"]+)"/g)].map(([, d]) => d!.replaceAll(/&#x[A9];/g, ' ')).join(' '),
});

/** The file of each icon that core names. */
const svgs: Readonly<Record<string, string>> = {
  bank, bus, dentist, doctor, 'emergency-phone': emergencyPhone, grocery, heart, home, hospital, information, library, park, pharmacy, playground, post,
  'residential-community': residentialCommunity, restaurant, school, bench, physiotherapist, social_facility: socialFacility,
};

/** The sign of each kind of facility, as core chooses it. */
export const glyphs = Object.fromEntries(categoryIds.map((category) => {
  const sign = facilitySigns[category];
  return [category, 'letters' in sign ? { kind: 'letters', letters: sign.letters } : icon(svgs[sign.icon]!)];
})) as Readonly<Record<CategoryId, Glyph>>;
