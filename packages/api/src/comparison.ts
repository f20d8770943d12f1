import { err, ok, type Municipality, type Result } from '@woonzorgzones/core/model';
import { comparePartitions, inhabitantsPerClass, movedBlocks, partitionOfDivision, partitionOfZones, proposalsOf, zoneOutlines, type Partition } from '@woonzorgzones/core/zoning';
import { featureCollection, shapeToGeoJson } from '@woonzorgzones/files';
import { feature } from './layers/geojson.ts';
import { planGround } from './plan-ground.ts';
import type { Failure } from './problem.ts';
import type { ComparisonReply } from './schemas.ts';
import type { Plain } from './schemas/same-type.ts';
import type { Services } from './services.ts';

/** What a plan is compared with: its classes, and their shapes where they are to be drawn. */
interface Other {
  readonly name: string | null;
  readonly version: number | null;
  readonly partition: Partition;
  readonly shapes: ReadonlyMap<string, Municipality['boundary']>;
}

type Needed = Pick<Services, 'plans' | 'datasets' | 'jobs'>;

/** A plan beside what `against` names: 'division:wijken', 'plan:<id>' or 'proposal:<job>.<place in what it found>'. */
export async function comparisonOf(services: Needed, id: string, against: string): Promise<Result<Plain<ComparisonReply>, Failure>> {
  const ground = await planGround(services, id);
  if (!ground.ok) return ground;
  const { municipality, plan } = ground.value;
  const found = await otherOf(services, municipality, plan.dataset, against);
  if (!found.ok) return found;
  const { name, version, partition, shapes } = found.value;
  const first = partitionOfZones(municipality, plan);
  const comparison = comparePartitions(municipality, first, partition);
  const inhabitants = inhabitantsPerClass(municipality, partition);
  const blocks = new Map(municipality.blocks.map((block) => [block.id, block]));
  return ok({
    name,
    version,
    comparison,
    areas: featureCollection(partition.ids.map((area, place) =>
      feature(shapeToGeoJson(shapes.get(area) ?? []), { id: area, name: partition.names[place]!, inhabitants: inhabitants[place]! }))),
    moved: featureCollection(movedBlocks(municipality, first, partition, comparison.overlap.match).map(({ block: moving, from, to }) => {
      const block = blocks.get(moving)!;
      return feature(shapeToGeoJson(block.shape), { block: block.id, name: block.name, inhabitants: block.inhabitants, from, to });
    })),
  });
}

async function otherOf(services: Needed, municipality: Municipality, dataset: string, against: string): Promise<Result<Other, Failure>> {
  const [kind, wanted] = [against.slice(0, against.indexOf(':')), against.slice(against.indexOf(':') + 1)];
  if (kind === 'plan') {
    const other = await planGround(services, wanted);
    if (!other.ok) return other;
    const { plan, version, municipality: ground } = other.value;
    if (plan.dataset !== dataset) return err({ code: 'plan-of-other-data', plan: wanted });
    return ok({ name: plan.name, version, partition: partitionOfZones(ground, plan), shapes: new Map(zoneOutlines(ground, plan).map(({ zone, shape }) => [zone, shape])) });
  }
  if (kind === 'proposal') {
    const [job, place] = [wanted.slice(0, wanted.lastIndexOf('.')), Number(wanted.slice(wanted.lastIndexOf('.') + 1))];
    const status = await services.jobs.status(job);
    const proposal = status?.kind === 'delineate' && status.result ? proposalsOf(status.result)[place] : undefined;
    if (proposal === undefined) return err({ code: 'unknown-job', job });
    return ok({ name: null, version: null, partition: partitionOfZones(municipality, proposal), shapes: new Map(zoneOutlines(municipality, proposal).map(({ zone, shape }) => [zone, shape])) });
  }
  const division = municipality.divisions.find((candidate) => candidate.id === wanted);
  if (!division) return err({ code: 'unknown-division', division: wanted, divisions: municipality.divisions.map((candidate) => candidate.id) });
  return ok({ name: division.name, version: null, partition: partitionOfDivision(municipality, division), shapes: new Map(division.areas.map(({ id, shape }) => [id, shape])) });
}
