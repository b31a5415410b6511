import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import type { PlanChange, PlanEdit } from '../../api/dispatch';
import { explain } from '../../i18n/codes';
import { LatestOnly } from '../edits/latest';
import { askChange, type ChangeQuestion } from '../edits/previews';
import { reloadIfChanged } from '../edits/sending';

export interface Previewed {
  change: PlanChange | null;
  refusal: string | null;
  /** A newer question is under way; what is shown belongs to the one before. */
  asking: boolean;
}

const pauseMilliseconds = 80;

interface Question {
  plan: DeliveryPlan;
  change: ChangeQuestion;
  name: string;
}

const nothing: Previewed & { of: string } = { change: null, refusal: null, asking: false, of: '' };

/** What edits would do. */
export function usePreview(plan: DeliveryPlan, edits: readonly PlanEdit[] | null): Previewed {
  return useChange(plan, edits === null ? null : { path: 'edits/preview', body: { edits } });
}

/** What a change would do, asked anew whenever it is another; the newest answer wins, and an older one never passes for it. */
export function useChange(plan: DeliveryPlan, wanted: ChangeQuestion | null): Previewed {
  const [state, setState] = useState(nothing);
  const asking = useMemo(
    () =>
      new LatestOnly(
        (question: Question) => askChange(question.plan, question.change),
        ({ name: of }, { change }) => setState({ change, refusal: null, asking: false, of }),
        ({ plan: asked, name: of }, error) => {
          setState({ change: null, refusal: explain(error), asking: false, of });
          reloadIfChanged(asked, error);
        },
        pauseMilliseconds,
      ),
    [],
  );
  useEffect(() => () => asking.forget(), []);
  const name = `${plan.version} ${JSON.stringify(wanted)}`;
  useEffect(() => {
    if (wanted === null) {
      asking.forget();
      setState(nothing);
      return;
    }
    asking.want({ plan, change: wanted, name });
  }, [name]);
  return wanted === null ? nothing : { ...state, asking: state.of !== name };
}
