import { deliveries } from './deliveries.mjs';
import { chooseTargets, fillTasks, prepare } from './fill.mjs';
import { traces } from './traces.mjs';
import { works } from './works.mjs';

const ORDINARY = 10_000;
const MANY = 100_000;

/** What is measured of the Work Request Manager. */
export const wrm = {
  name: 'wrm',
  schema: 'wrm',
  portVariable: 'WRM_PORT',
  rows: 'tasks',
  works,
  /** Works that are done once, each with its own goals. */
  once: { deliveries: deliveries(ORDINARY), [`deliveries-${MANY}`]: deliveries(MANY) },
  /** Of all works, those that take minutes and are done only when they are named. */
  whenNamed: [`deliveries-${MANY}`],
  /** What the service may take besides, in megabytes. */
  rssMb: 200,
  prepare,
  fill: fillTasks,
  chooseTargets,
  traces,
  /** What the load speaks with: the demo's first supplier. */
  credentials: () => Promise.resolve({ authorization: `Basic ${btoa('supplier-a:supplier-a-secret')}` }),
};
