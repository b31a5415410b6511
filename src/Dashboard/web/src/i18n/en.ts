import { actions } from './messages/actions.en';
import { board } from './messages/board.en';
import { columns } from './messages/columns.en';
import { compare } from './messages/compare.en';
import { dispatchOrders } from './messages/dispatchOrders.en';
import { driver } from './messages/driver.en';
import { driverDesk } from './messages/driverDesk.en';
import { edits } from './messages/edits.en';
import { following } from './messages/following.en';
import { inputs } from './messages/inputs.en';
import { lab } from './messages/lab.en';
import { labCalibration } from './messages/labCalibration.en';
import { labExpansion } from './messages/labExpansion.en';
import { labProblems } from './messages/labProblems.en';
import { labQuestion } from './messages/labQuestion.en';
import { labRuns } from './messages/labRuns.en';
import { labScenarios } from './messages/labScenarios.en';
import { lessons } from './messages/lessons.en';
import { map } from './messages/map.en';
import { metrics } from './messages/metrics.en';
import { outlets } from './messages/outlets.en';
import { people } from './messages/people.en';
import { plans } from './messages/plans.en';
import { refusals } from './messages/refusals.en';
import { schedule } from './messages/schedule.en';
import { shell } from './messages/shell.en';
import { versions } from './messages/versions.en';
import { visits } from './messages/visits.en';
import { webhooks } from './messages/webhooks.en';
import { why } from './messages/why.en';

/** Every message, put together of one table a feature; its Chinese twin stands beside it. */
export const en = {
  ...actions,
  ...board,
  ...columns,
  ...compare,
  ...dispatchOrders,
  ...driver,
  ...driverDesk,
  ...edits,
  ...following,
  ...inputs,
  ...lab,
  ...labCalibration,
  ...labExpansion,
  ...labProblems,
  ...labQuestion,
  ...labRuns,
  ...labScenarios,
  ...lessons,
  ...map,
  ...metrics,
  ...outlets,
  ...people,
  ...plans,
  ...refusals,
  ...schedule,
  ...shell,
  ...versions,
  ...visits,
  ...webhooks,
  ...why,
} as const;

export type MessageKey = keyof typeof en;
