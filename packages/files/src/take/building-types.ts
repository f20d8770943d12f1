/**
 * Dwellings behind one house number by the kind of building, where no file counts them. Unconfirmed: the kinds are those of
 * the cadastre (Statbel, gebouwenpark), the weights are set by this project. A building of flats stands for six, a home with
 * shared care for thirty households' worth of people; what is not lived in for none.
 */
export const dwellingsByBuildingType = {
  eengezinswoning: 1,
  rijwoning: 1,
  halfopen: 1,
  open: 1,
  appartement: 1,
  appartementsgebouw: 6,
  handelshuis: 1,
  collectief: 30,
  'niet-residentieel': 0,
} as const;

export type BuildingType = keyof typeof dwellingsByBuildingType;

export const isBuildingType = (text: string): text is BuildingType => Object.hasOwn(dwellingsByBuildingType, text);
