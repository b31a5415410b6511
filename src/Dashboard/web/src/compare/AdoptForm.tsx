import { useMemo, useRef, useState } from 'preact/hooks';
import { newCommandId, NoAnswer, post, Refusal } from '../api/client';
import type { DeliveryPlan } from '../api/deliveryPlans';
import { explain, explainCode } from '../i18n/codes';
import { kilometers, number } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName, plate } from '../region/names';
import { dayPath } from './useDayVersions';
import { allOf, isWorking, mixOf, mixRows, type Choices, type Side, type Versions } from './mix';
import { MixTable } from './MixTable';
import { changedText } from './words';

interface Props {
  versions: Versions;
  /** The working version that this is meant to follow; 0: none. */
  base: number;
  mayAdopt: boolean;
  personName: (id: string) => string;
  onAdopted: (version: number) => void;
  /** What went wrong, in words; null: nothing any more. */
  onProblem: (text: string | null) => void;
  /** Somebody has changed the plan since: what the working version is now. */
  onChangedSince: (version: number) => void;
}

const clashesShown = 8;

/** Makes one of the versions, or a mix of both by vehicle, the working plan. */
export function AdoptForm({ versions, base, mayAdopt, personName, onAdopted, onProblem, onChangedSince }: Props) {
  const { left, right, working } = versions;
  const rows = useMemo(() => mixRows(versions), [versions.left, versions.right, versions.progress]);
  const usual: Side = left.version === working?.version ? 'left' : 'right';
  const [choices, setChoices] = useState<Choices>(() => allOf(rows, usual));
  const [overrides, setOverrides] = useState<Side>(usual);
  const mix = useMemo(() => mixOf(versions, choices), [versions.left, versions.right, working, versions.progress, choices]);
  const [busy, setBusy] = useState(false);
  // Until an answer arrives the same request is the same command, so that it is done once.
  const command = useRef({ body: '', id: '' });

  const adopt = async (from: Choices, rules: DeliveryPlan) => {
    const request = { baseVersion: base, routes: mixOf(versions, from).routes, overrides: rules.version };
    const body = JSON.stringify(request);
    if (command.current.body !== body) command.current = { body, id: newCommandId() };
    setBusy(true);
    onProblem(null);
    try {
      const plan = await post<DeliveryPlan>(dayPath(left.distributor, left.date, 'adopt'), { commandId: command.current.id, ...request });
      onAdopted(plan.version);
    } catch (error) {
      if (!(error instanceof NoAnswer)) command.current = { body: '', id: '' };
      onProblem(refusalText(error, personName));
      if (error instanceof Refusal && error.code === 'plan.changed-since') onChangedSince(Number(error.detail.version));
    } finally {
      setBusy(false);
    }
  };

  const rules = overrides === 'left' ? left : right;
  const hasRules = JSON.stringify(left.overrides) !== JSON.stringify(right.overrides);
  const nothing = isWorking(versions, rows, choices) && (!hasRules || rules.version === working?.version);
  const isMixed = rows.some((row) => !row.isSame && choices[row.vehicle] !== usual);
  const whole = (side: Side, plan: DeliveryPlan) => {
    const isNow = plan.version === working?.version;
    return (
      <button type="button" class="button" disabled={busy || isNow} data-testid={`adopt-${side}`} onClick={() => void adopt(allOf(rows, side), plan)}>
        {isNow ? t('compare.isWorking', { version: plan.version }) : t('compare.adopt', { version: plan.version })}
      </button>
    );
  };
  return (
    <section aria-labelledby="compare-adopt-title" data-testid="compare-adopt">
      <h2 id="compare-adopt-title">{t('compare.adoptTitle')}</h2>
      {!mayAdopt && <p class="muted">{t('compare.readOnly')}</p>}
      {mayAdopt && (
        <div class="compare-actions">
          {whole('left', left)}
          {whole('right', right)}
        </div>
      )}
      <MixTable rows={rows} left={left.version} right={right.version} choices={choices} clashes={mix.clashes} disabled={!mayAdopt || busy} onChoose={(vehicle, side) => setChoices({ ...choices, [vehicle]: side })} />
      {mayAdopt && (
        <>
          {hasRules && (
            <fieldset class="compare-rules">
              <legend>{t('compare.rules')}</legend>
              {(['left', 'right'] as const).map((side) => (
                <label key={side} class="check">
                  <input type="radio" name="mix-rules" checked={overrides === side} data-testid={`mix-rules-${side}`} onChange={() => setOverrides(side)} />
                  {t('compare.version', { version: side === 'left' ? left.version : right.version })}
                </label>
              ))}
            </fieldset>
          )}
          <p data-testid="mix-figures" aria-live="polite">
            {[
              kilometers(mix.distance),
              t('compare.vehicles', { count: mix.vehicles, value: number(mix.vehicles) }),
              ...(mix.leftOut.length > 0 ? [t('compare.leftOut', { count: mix.leftOut.length, value: number(mix.leftOut.length) })] : []),
            ].join(' · ')}
          </p>
          {mix.clashes.length > 0 && (
            <div class="problem" role="status" data-testid="mix-clashes">
              <p>{t('compare.clashes', { count: mix.clashes.length, value: number(mix.clashes.length) })}</p>
              <ul>
                {mix.clashes.slice(0, clashesShown).map((clash) => (
                  <li key={clash.order}>
                    {outletName(clash.terminal)}: {explainCode('adopt.stop-twice', { stop: clash.order, vehicle: plate(clash.vehicles[1]) })} {[...new Set(clash.vehicles)].map(plate).join(' / ')}
                  </li>
                ))}
              </ul>
              {mix.clashes.length > clashesShown && <p>{t('compare.more', { value: number(mix.clashes.length - clashesShown) })}</p>}
            </div>
          )}
          <button type="button" class="button button-primary" disabled={busy || nothing || mix.clashes.length > 0} data-testid="adopt-mix" onClick={() => void adopt(choices, rules)}>
            {t(isMixed || rules.version !== (usual === 'left' ? left : right).version ? 'compare.adoptMix' : 'compare.adoptChoice')}
          </button>
          {nothing && <p class="muted">{t('compare.nothing')}</p>}
        </>
      )}
    </section>
  );
}

function refusalText(error: unknown, personName: (id: string) => string): string {
  if (!(error instanceof Refusal)) return explain(error);
  const { code, detail } = error;
  if (code === 'plan.changed-since')
    return `${changedText(Number(detail.version), detail.by ? { by: detail.by, at: detail.at } : null, personName)} ${t('compare.lookAgain')}`;
  return explainCode(code, { ...detail, ...(detail.vehicle ? { vehicle: plate(detail.vehicle) } : {}) });
}
