/** Lambert 2008 as files name it (EPSG:3812), in the WKT of OGC 01-009; parameters as in core/geo/lambert.ts. */
export const lambert2008Wkt =
  'PROJCS["ETRS89 / Belgian Lambert 2008",GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",SPHEROID["GRS 1980",6378137,298.257222101]],' +
  'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_2SP"],PARAMETER["latitude_of_origin",50.797815],' +
  'PARAMETER["central_meridian",4.35921583333333],PARAMETER["standard_parallel_1",49.8333333333333],PARAMETER["standard_parallel_2",51.1666666666667],' +
  'PARAMETER["false_easting",649328],PARAMETER["false_northing",665262],UNIT["metre",1],AUTHORITY["EPSG","3812"]]';

export const lambert2008Epsg = 3812;
