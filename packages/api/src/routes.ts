import type { Route } from './http/route.ts';
import { delineationRoute } from './routes/delineations.ts';
import { municipalityDivisionFileRoute, planDivisionFileRoute } from './routes/division-files.ts';
import { finerBlocksRoute } from './routes/finer-blocks.ts';
import { healthRoute } from './routes/health.ts';
import { importRoute } from './routes/imports.ts';
import { cancelJobRoute, jobRoute } from './routes/jobs.ts';
import { municipalitiesRoute, municipalityRoute, verdictCsvRoute, verdictRoute } from './routes/municipalities.ts';
import { municipalityLayerRoute } from './routes/municipality-layers.ts';
import { checkedNormSetRoute, normSetRoute, normSetsRoute, planNormsRoute } from './routes/norms.ts';
import { planAnalysisRoute, planBlockHousingRoute, planKernSheetsRoute, planProposalsRoute } from './routes/plan-analysis.ts';
import { planComparisonRoute } from './routes/plan-comparison.ts';
import { copyPlanRoute } from './routes/plan-copies.ts';
import { editPlanRoute, redoRoute, undoRoute } from './routes/plan-edits.ts';
import { circleLayerRoute, nucleusLayerRoute, planBlockLayerRoute, zoneLayerRoute } from './routes/plan-layers.ts';
import { planBlocksCsvRoute, planGeoJsonRoute, planGeoPackageRoute, planShapefilesRoute, planWorkbookRoute } from './routes/plan-exports.ts';
import { planFileRoute } from './routes/plan-files.ts';
import { newReportRoute, reportFileRoute } from './routes/plan-reports.ts';
import { newStoryFileRoute, readyStoryRoute, storyChoicesRoute, storyFileRoute, storyPageRoute, storySlideRoute, toldStoryRoute } from './routes/plan-stories.ts';
import { planRegisterRoute } from './routes/plan-register.ts';
import { planSheetPdfRoute, planSheetPngRoute, planSheetSvgRoute } from './routes/plan-sheets.ts';
import { planMovesRoute } from './routes/plan-moves.ts';
import { planZonesRoute } from './routes/plan-zones.ts';
import { newPlanRoute, planLogRoute, planRoute, plansRoute } from './routes/plans.ts';
import { newProfileRoute, profilesRoute, removeProfileRoute } from './routes/profiles.ts';
import { datasetBytesRoute } from './routes/dataset-bytes.ts';
import { dailyDistanceRoute, isochroneRoute, notReachedRoute, reachRoute, sharedSupplyRoute, coveragesRoute, sitingRoute, travelRoute, whyRoute } from './routes/reach.ts';
import { sittingPreviewRoute } from './routes/sitting-preview.ts';
import { runSittingRoute, sittingOutcomeRoute, sittingReportRoute, takeSittingRoute } from './routes/sitting-run.ts';
import { addFilesRoute, chooseRoute, discardSittingRoute, newSittingRoute, removeFileRoute, sittingRoute, sittingsRoute } from './routes/sittings.ts';
import {
  answerRemarkRoute, newWitnessLinkRoute, remarksCsvRoute, remarksGeoJsonRoute, remarksRoute, remarksWorkbookRoute, renewWitnessLinkRoute, withdrawWitnessLinkRoute,
  witnessLinksRoute,
} from './routes/plan-witnesses.ts';
import {
  changeRemarkRoute, newRemarkRoute, withdrawRemarkRoute, witnessLayerRoute, witnessPlanRoute, witnessRemarksRoute,
} from './routes/witness.ts';
import type { Services } from './services.ts';

/** Every address of the API. */
export const apiRoutes = (services: Services): readonly Route[] => [
  healthRoute,
  normSetsRoute, normSetRoute, checkedNormSetRoute, planNormsRoute,
  municipalitiesRoute, importRoute, municipalityRoute, verdictRoute, verdictCsvRoute, municipalityLayerRoute, delineationRoute, finerBlocksRoute,
  sittingsRoute, newSittingRoute, sittingRoute, discardSittingRoute, addFilesRoute, removeFileRoute, chooseRoute, sittingPreviewRoute,
  runSittingRoute, sittingOutcomeRoute, sittingReportRoute, takeSittingRoute,
  profilesRoute, newProfileRoute, removeProfileRoute,
  travelRoute, datasetBytesRoute, reachRoute, notReachedRoute, whyRoute, isochroneRoute, sharedSupplyRoute, dailyDistanceRoute, coveragesRoute, sitingRoute,
  jobRoute, cancelJobRoute,
  plansRoute, newPlanRoute, planRoute, editPlanRoute, undoRoute, redoRoute, planLogRoute, copyPlanRoute,
  planZonesRoute, planMovesRoute, planComparisonRoute, zoneLayerRoute, nucleusLayerRoute, circleLayerRoute, planBlockLayerRoute, planAnalysisRoute, planProposalsRoute, planKernSheetsRoute, planBlockHousingRoute, planRegisterRoute,
  newReportRoute, reportFileRoute,
  toldStoryRoute, readyStoryRoute, storyChoicesRoute, storySlideRoute, newStoryFileRoute, storyPageRoute, storyFileRoute,
  planSheetSvgRoute, planSheetPdfRoute, planSheetPngRoute, planGeoPackageRoute, planShapefilesRoute, planBlocksCsvRoute, planGeoJsonRoute, planWorkbookRoute,
  planFileRoute, planDivisionFileRoute, municipalityDivisionFileRoute,
  witnessLinksRoute, newWitnessLinkRoute, renewWitnessLinkRoute, withdrawWitnessLinkRoute,
  remarksRoute, answerRemarkRoute, remarksCsvRoute, remarksWorkbookRoute, remarksGeoJsonRoute,
  witnessPlanRoute, witnessLayerRoute, witnessRemarksRoute, newRemarkRoute, changeRemarkRoute, withdrawRemarkRoute,
].map((make) => make(services));
