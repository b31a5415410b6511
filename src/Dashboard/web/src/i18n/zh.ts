import type { MessageKey } from './en';
import type { Catalogue } from './message';
import { actions } from './messages/actions.zh';
import { board } from './messages/board.zh';
import { columns } from './messages/columns.zh';
import { compare } from './messages/compare.zh';
import { dispatchOrders } from './messages/dispatchOrders.zh';
import { driver } from './messages/driver.zh';
import { driverDesk } from './messages/driverDesk.zh';
import { edits } from './messages/edits.zh';
import { following } from './messages/following.zh';
import { inputs } from './messages/inputs.zh';
import { lab } from './messages/lab.zh';
import { labCalibration } from './messages/labCalibration.zh';
import { labExpansion } from './messages/labExpansion.zh';
import { labProblems } from './messages/labProblems.zh';
import { labQuestion } from './messages/labQuestion.zh';
import { labRuns } from './messages/labRuns.zh';
import { labScenarios } from './messages/labScenarios.zh';
import { lessons } from './messages/lessons.zh';
import { map } from './messages/map.zh';
import { metrics } from './messages/metrics.zh';
import { outlets } from './messages/outlets.zh';
import { people } from './messages/people.zh';
import { plans } from './messages/plans.zh';
import { refusals } from './messages/refusals.zh';
import { schedule } from './messages/schedule.zh';
import { shell } from './messages/shell.zh';
import { versions } from './messages/versions.zh';
import { visits } from './messages/visits.zh';
import { webhooks } from './messages/webhooks.zh';
import { why } from './messages/why.zh';

export const zh: Catalogue<MessageKey> = {
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
};
