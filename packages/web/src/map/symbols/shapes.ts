/** The shapes of facilities on screen are those of the map on paper; the side is in CSS pixels on the map at its full size. */
export { groupShapes as shapes, letterSize, shapeOfGroup, shapeSide as symbolSize } from '@woonzorgzones/core/report';
