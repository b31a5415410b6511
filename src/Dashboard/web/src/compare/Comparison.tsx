import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeliveryPlan } from '../api/deliveryPlans';
import type { PlanChange } from '../api/dispatch';
import { explain } from '../i18n/codes';
import { dateOf } from '../i18n/format';
import { t } from '../i18n/i18n';
import { emptyCollection, type FeatureCollection } from '../map/planLayers';
import { live } from '../region/regionStore';
import { step } from '../selection/selection';
import { rights, user } from '../session/session';
import { onKeys } from '../shell/keys';
import { navigate } from '../shell/router';
import { Icon } from '../ui/icons';
import { Busy, Empty, Failed } from '../ui/states';
import { useRemote, type Remote } from '../ui/useRemote';
import { compareAddress, firstPair, type Pair } from './address';
import { AdoptForm } from './AdoptForm';
import { baseOf } from './base';
import { BreachList } from './BreachList';
import { isChosen, type Chosen } from './chosen';
import { figuresOf } from './figures';
import { FiguresTable } from './FiguresTable';
import { MapPair } from './MapPair';
import { MovedList } from './MovedList';
import { movedStops, placesOf, type MovedStop } from './moves';
import { dayPath, useDayVersions } from './useDayVersions';
import { usePersonNames } from './usePersonNames';
import { VersionPicker } from './VersionPicker';
import { changedText } from './words';

interface Props {
  distributor: string;
  date: string;
  /** The versions named in the address; null: those one looks at first. */
  left: number | null;
  right: number | null;
}

interface Compared {
  left: DeliveryPlan;
  right: DeliveryPlan;
  change: PlanChange;
}

/** Two versions of one day: figures, what differs, the maps in step, and what to adopt. */
export function Comparison({ distributor, date, left, right }: Props) {
  const { day, versions, error, loading, reload } = useDayVersions(distributor, date);
  const personName = usePersonNames();
  const working = day?.working ?? null;
  const [seen, setSeen] = useState<number | null>(null);
  const now = day ? (working?.version ?? 0) : null;
  const base = baseOf(working, seen, user.value?.id ?? null);
  const first = versions && day ? firstPair(versions, working?.version ?? null, day.published?.version ?? null) : null;
  const named = [left, right].filter((version) => version !== null);
  // A version that was just made is named before the list of versions has it.
  const unknown = loading ? [] : named.filter((version) => version !== seen && !versions?.some((each) => each.version === version));
  const pair: Pair | null = first && (unknown.length > 0 ? first : { left: left ?? first.left, right: right ?? first.right });

  const compared = useRemote<Compared>(pair ? dayPath(distributor, date, `compare?left=${pair.left}&right=${pair.right}`) : null);
  const leftLines = useRemote<FeatureCollection>(pair ? dayPath(distributor, date, `versions/${pair.left}/geometry`) : null);
  const rightLines = useRemote<FeatureCollection>(pair ? dayPath(distributor, date, `versions/${pair.right}/geometry`) : null);
  // Two versions stay on screen until the next two are here.
  const last = useRef<Compared | null>(null);
  if (compared.value) last.current = compared.value;
  const shown = last.current;

  const [chosen, setChosen] = useState<Chosen | null>(null);
  // These outlive the form, which begins anew with each pair of versions.
  const [adopted, setAdopted] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (seen === null && now !== null) setSeen(now);
  }, [now]);
  const figures = useMemo(() => (shown ? figuresOf(shown.left, shown.right) : []), [shown]);
  const moves = useMemo(() => (shown ? movedStops(shown.left, shown.right, shown.change.moved) : []), [shown]);
  const differing = useMemo(() => new Set(moves.map((move) => move.order)), [moves]);
  const places = useMemo(() => (shown ? { left: placesOf(shown.left), right: placesOf(shown.right) } : null), [shown]);
  useEffect(
    () =>
      onKeys((event) => {
        const key = event.key.toLowerCase();
        if (key !== 'j' && key !== 'k') return false;
        const next = step(moves, (move) => chosen !== null && isChosen(chosen, stopOf(move)), key === 'j' ? 1 : -1);
        if (next) setChosen(stopOf(next));
        return true;
      }),
    [moves, chosen],
  );

  // The first pair is kept in the address, so that a new version does not change what is compared; at once, or it would undo a choice made just then.
  const isPinned = left !== null && right !== null;
  useLayoutEffect(() => {
    if (pair && !isPinned && unknown.length === 0) navigate(compareAddress(distributor, date, pair), true);
  }, [pair?.left, pair?.right, isPinned]);

  if (error !== null && (!day || !versions)) return <Failed text={explain(error)} onRetry={reload} />;
  if (!day || !versions) return <Busy />;
  if (!pair) return <Empty>{t('compare.noVersions')}</Empty>;

  const show = (next: Pair) => navigate(compareAddress(distributor, date, next), true);
  const choose = (next: Pair) => {
    setAdopted(null);
    setProblem(null);
    show(next);
  };
  const failed = [compared, leftLines, rightLines].find((each) => each.error !== null);
  const today = live.clock.value ? dateOf(live.clock.value.now) : null;
  const mayAdopt = rights.value.planDeliveries && (today === null || date >= today);
  const picker = (side: 'left' | 'right') => (
    <VersionPicker side={side} versions={versions} version={pair[side]} now={{ working: working?.version ?? null, published: day.published?.version ?? null }} personName={personName} onVersion={(version) => choose({ ...pair, [side]: version })} />
  );
  return (
    <>
      <div class="compare-pickers" role="group" aria-label={t('compare.versions')}>
        {picker('left')}
        <button type="button" class="icon-button" aria-label={t('compare.swap')} title={t('compare.swap')} data-testid="compare-swap" onClick={() => choose({ left: pair.right, right: pair.left })}>
          <Icon name="swap" />
        </button>
        {picker('right')}
      </div>
      {unknown.length > 0 && (
        <p class="warning-text" role="status" data-testid="compare-unknown">
          {t('compare.unknownVersion', { version: unknown.join(', ') })}
        </p>
      )}
      {adopted !== null && (
        <p class="compare-done" role="status" data-testid="compare-adopted" data-version={adopted}>
          {t('compare.adopted', { version: adopted })} <a href="/">{t('compare.toBoard')}</a>
        </p>
      )}
      {problem !== null && (
        <p class="problem" role="alert" data-testid="adopt-problem">
          {problem}
        </p>
      )}
      {now !== null && now > base && (
        <p class="compare-done is-changed" role="status" data-testid="compare-newer" data-version={now}>
          {changedText(now, working?.origin ?? null, personName)}
          <button
            type="button"
            class="button"
            data-testid="compare-look"
            onClick={() => {
              setSeen(now);
              choose({ left: pair.left, right: now });
            }}
          >
            {t('compare.lookAt', { version: now })}
          </button>
        </p>
      )}
      {failed && <Failed text={explain(failed.error)} onRetry={() => [compared, leftLines, rightLines].forEach((each) => each.error !== null && each.reload())} />}
      {!shown && compared.error === null && <Busy />}
      {shown && places && (
        <div class="compare-body" aria-busy={compared.loading}>
          <div class="compare-panel" role="region" aria-label={t('compare.figures')} tabIndex={0}>
            {pair.left === pair.right && (
              <p class="muted" data-testid="compare-same-version">
                {t(versions.length === 1 ? 'compare.onlyVersion' : 'compare.sameVersion')}
              </p>
            )}
            <FiguresTable figures={figures} left={shown.left.version} right={shown.right.version} />
            <MovedList moves={moves} chosen={chosen} onChoose={setChosen} />
            <BreachList kind="broken" breaches={shown.change.broken} places={places.right} chosen={chosen} onChoose={setChosen} />
            <BreachList kind="mended" breaches={shown.change.mended} places={places.left} chosen={chosen} onChoose={setChosen} />
            <AdoptForm
              key={`${shown.left.version}-${shown.right.version}`}
              versions={{ ...shown, working, progress: day.progress ?? null }}
              base={base}
              mayAdopt={mayAdopt}
              personName={personName}
              onProblem={(text) => {
                setAdopted(null);
                setProblem(text);
              }}
              onAdopted={(version) => {
                setAdopted(version);
                setSeen(version);
                show({ left: base > 0 ? base : shown.left.version, right: version });
                reload();
              }}
              onChangedSince={(version) => {
                setSeen(version);
                if (pair.right === base && version > 0) show({ left: pair.left, right: version });
                reload();
              }}
            />
          </div>
          <MapPair left={shown.left} right={shown.right} leftLines={linesOf(leftLines)} rightLines={linesOf(rightLines)} differing={differing} chosen={chosen} onChoose={setChosen} />
        </div>
      )}
    </>
  );
}

/** Nothing rather than the ways of another version. */
function linesOf(lines: Remote<FeatureCollection>): FeatureCollection | null {
  return lines.error === null ? lines.value : emptyCollection;
}

function stopOf(move: MovedStop): Chosen {
  return { kind: 'stop', order: move.order, terminal: move.terminal };
}
