import { lazy } from '../../ui/lazy';
import { panel } from '../actions/panels';
import { planRows, shownPlan } from '../plans/planDay';
import { PublishDialog } from '../versions/PublishDialog';
import { VersionsDialog } from '../versions/VersionsDialog';
import { WhyDialog } from '../why/WhyDialog';
import { AllowDialog } from './AllowDialog';
import { CancelDialog } from './CancelDialog';
import { HoldDialog } from './HoldDialog';
import { LockTimeDialog } from './LockTimeDialog';
import { MoveDialog } from './MoveDialog';
import { SplitDialog } from './SplitDialog';
import { UrgentDialog } from './UrgentDialog';
import { BreakDownDialog, CrewDialog, ExchangeDialog } from './VehicleDialogs';

const ReoptimiseDialog = lazy(() => import('../runs/ReoptimiseDialog').then((chunk) => chunk.ReoptimiseDialog));

/** The sheet that is open above the board. Its plan is the working one, so that a change by others shows in it at once. */
export function BoardPanels() {
  const open = panel.value;
  const row = (planRows.value ?? []).find((each) => each.distributor === open?.distributor);
  const plan = row ? shownPlan(row) : null;
  if (!open || !plan) return null;
  switch (open.kind) {
    case 'move':
      return <MoveDialog plan={plan} orders={open.orders} vehicle={open.vehicle} place={open.place} />;
    case 'hold':
      return <HoldDialog plan={plan} orders={open.orders} />;
    case 'lock-time':
      return <LockTimeDialog plan={plan} orders={open.orders} />;
    case 'cancel':
      return <CancelDialog plan={plan} order={open.order} />;
    case 'split':
      return <SplitDialog plan={plan} order={open.order} />;
    case 'urgent':
      return <UrgentDialog plan={plan} order={open.order} />;
    case 'why':
      return <WhyDialog plan={plan} order={open.order} />;
    case 'allow-lateness':
      return <AllowDialog plan={plan} rule="lateness" order={open.order} />;
    case 'allow-overtime':
      return <AllowDialog plan={plan} rule="overtime" vehicle={open.vehicle} />;
    case 'allow-overload':
      return <AllowDialog plan={plan} rule="overload" vehicle={open.vehicle} />;
    case 'exchange':
      return <ExchangeDialog plan={plan} vehicle={open.vehicle} />;
    case 'crew':
      return <CrewDialog plan={plan} vehicle={open.vehicle} />;
    case 'break-down':
      return <BreakDownDialog plan={plan} vehicle={open.vehicle} />;
    case 'reoptimise':
      return <ReoptimiseDialog plan={plan} vehicles={open.vehicles} />;
    case 'versions':
      return <VersionsDialog plan={plan} />;
    case 'publish':
      return <PublishDialog plan={plan} />;
  }
}
