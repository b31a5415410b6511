import { useState } from 'preact/hooks';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import { runScopes, type RunScope } from '../../api/dispatch';
import { money } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { plate } from '../../region/names';
import { useTask } from '../../ui/useTask';
import { closePanel } from '../actions/panels';
import { NumberInput } from '../dialogs/fields';
import { refused } from '../edits/sending';
import { startRun } from './runs';

/** Prices of moving a stop, in minor units; the slider goes through them. */
const movePrices = [0, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000] as const;
const usualSeconds = 10;

export function RunForm({ plan, vehicles, onStarted }: { plan: DeliveryPlan; vehicles: readonly string[]; onStarted: () => void }) {
  const [scope, setScope] = useState<RunScope>(vehicles.length > 0 ? 'Routes' : 'Unlocked');
  const [routes, setRoutes] = useState<ReadonlySet<string>>(new Set(vehicles));
  const [seed, setSeed] = useState(1);
  const [by, setBy] = useState<'seconds' | 'iterations'>('seconds');
  const [seconds, setSeconds] = useState(usualSeconds);
  const [iterations, setIterations] = useState(20_000);
  const [price, setPrice] = useState(0);
  const [byTimeOfDay, setByTimeOfDay] = useState(true);
  const task = useTask();
  const ready = scope !== 'Routes' || routes.size > 0;
  const start = async (on: DeliveryPlan): Promise<boolean> => {
    try {
      await startRun(on, {
        scope,
        vehicles: scope === 'Routes' ? [...routes] : [],
        seed,
        iterations: by === 'iterations' ? iterations : null,
        timeLimit: by === 'seconds' ? seconds : null,
        movePrice: movePrices[price],
        byTimeOfDay,
      });
      onStarted();
      return true;
    } catch (error) {
      await refused(on, error, start);
      return false;
    }
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void task.run(async () => void (await start(plan)));
      }}
    >
      <fieldset class="option-list">
        <legend class="visually-hidden">{t('run.scope')}</legend>
        {runScopes.map((each) => (
          <label key={each} class={`option ${scope === each ? 'is-active' : ''}`} data-testid={`scope-${each}`}>
            <input type="radio" name="run-scope" checked={scope === each} autofocus={scope === each} onChange={() => setScope(each)} />
            <strong>{t(`scope.${each}`)}</strong>
            <span class="muted">{t(`scopeHint.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {scope === 'Routes' && (
        <div class="route-picks" role="group" aria-label={t('run.routes')}>
          {plan.routes.map(({ vehicle }) => (
            <label key={vehicle} class="check">
              <input
                type="checkbox"
                checked={routes.has(vehicle)}
                data-testid="run-route"
                onChange={(event) => setRoutes(new Set(event.currentTarget.checked ? [...routes, vehicle] : [...routes].filter((each) => each !== vehicle)))}
              />
              {plate(vehicle)}
            </label>
          ))}
        </div>
      )}
      <label class="labelled">
        <span>
          {t('run.stability')}: <strong data-testid="move-price">{price === 0 ? t('run.stabilityNone') : t('run.stabilityPrice', { price: money(movePrices[price]) })}</strong>
        </span>
        <input
          type="range"
          min={0}
          max={movePrices.length - 1}
          step={1}
          value={price}
          aria-valuetext={price === 0 ? t('run.stabilityNone') : t('run.stabilityPrice', { price: money(movePrices[price]) })}
          data-testid="stability"
          onInput={(event) => setPrice(Number(event.currentTarget.value))}
        />
        <span class="hint">{t('run.stabilityHint')}</span>
      </label>
      <div class="field-row">
        <label class="labelled">
          <span>{t('run.until')}</span>
          <select value={by} data-testid="run-by" onChange={(event) => setBy(event.currentTarget.value as 'seconds' | 'iterations')}>
            <option value="seconds">{t('run.bySeconds')}</option>
            <option value="iterations">{t('run.byIterations')}</option>
          </select>
        </label>
        {by === 'seconds' ? (
          <NumberInput label={t('run.bySeconds')} value={seconds} min={1} max={300} onValue={(value) => setSeconds(Math.round(value))} testId="run-seconds" />
        ) : (
          <NumberInput label={t('plan.iterations')} value={iterations} min={1} max={10_000_000} onValue={(value) => setIterations(Math.round(value))} testId="run-iterations" />
        )}
        <NumberInput label={t('plan.seed')} value={seed} max={Number.MAX_SAFE_INTEGER} onValue={(value) => setSeed(Math.round(value))} testId="run-seed" />
      </div>
      <label class="check">
        <input type="checkbox" checked={byTimeOfDay} onChange={(event) => setByTimeOfDay(event.currentTarget.checked)} />
        {t('run.byTimeOfDay')}
      </label>
      <p class="hint">{t('run.frozen')}</p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={closePanel}>
          {t('action.cancel')}
        </button>
        <button type="submit" class="button button-primary" disabled={!ready || task.busy} data-testid="run-start">
          {t('run.start')}
        </button>
      </div>
    </form>
  );
}
