import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { PlanChange, PlanEdit } from '../../api/dispatch';
import { explain } from '../../i18n/codes';
import { LatestOnly } from '../edits/latest';
import { askPreview } from '../edits/previews';
import { reloadIfChanged } from '../edits/sending';

export interface Previewed {
  change: PlanChange | null;
  refusal: string | null;
  /** A newer question is under way; what is shown belongs to the one before. */
  asking: boolean;
}

const pauseMilliseconds = 80;

/** What edits would do, asked anew whenever they are others; the newest answer wins. */
export function usePreview(plan: DeliveryPlan, edits: readonly PlanEdit[] | null): Previewed {
  const [state, setState] = useState<Previewed>({ change: null, refusal: null, asking: false });
  const asking = useMemo(
    () =>
      new LatestOnly(
        (question: { plan: DeliveryPlan; edits: readonly PlanEdit[] }) => askPreview(question.plan, question.edits),
        (_, { change }) => setState({ change, refusal: null, asking: false }),
        (question, error) => {
          setState({ change: null, refusal: explain(error), asking: false });
          reloadIfChanged(question.plan, error);
        },
        pauseMilliseconds,
      ),
    [],
  );
  useEffect(() => () => asking.forget(), []);
  const name = JSON.stringify(edits);
  useEffect(() => {
    if (edits === null) {
      asking.forget();
      setState({ change: null, refusal: null, asking: false });
      return;
    }
    setState((old) => ({ ...old, asking: true }));
    asking.want({ plan, edits });
  }, [name, plan.version]);
  return state;
}
