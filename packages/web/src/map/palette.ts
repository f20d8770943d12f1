/** The colours of the map on screen are those of the map on paper. */
export { classFillOpacity, coverageRamp, gapRamp, mapColours as palette, reachChangeColours, reachRamp, reachUnreached, zoneFillOpacity, zoneFills } from '@woonzorgzones/core/report';
