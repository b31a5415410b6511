import { useEffect, useState } from 'preact/hooks';
import { newCommandId } from '../api/client';
import type { RepDay } from '../api/field';
import type { SuggestedLine, VisitCard } from '../api/terminal';
import { explain } from '../i18n/codes';
import { cases, day, deviceTime, money, number } from '../i18n/format';
import { localized, t } from '../i18n/i18n';
import { sendFromField, type FieldCommand } from '../offline/fieldQueue';
import { useCopied } from '../offline/useCopied';
import { productName } from '../region/names';
import { products } from '../region/regionStore';
import { nextWorkingDay, type Calendar } from '../region/workingDays';
import { user } from '../session/session';
import { tell } from '../shell/noticeList';
import { navigate } from '../shell/router';
import { Icon } from '../ui/icons';
import { Busy, Failed } from '../ui/states';
import { Stepper } from '../ui/Stepper';
import { useTask } from '../ui/useTask';
import { draftKey, emptyDraft, keepDraft, readDraft, type Draft } from './draft';
import { cardPath } from './cardPath';
import { useFieldClock, type FieldClock } from './fieldClock';
import { soldSince, suggest } from './suggest';
import { useFieldRegion } from './useFieldRegion';
import './field.css';

const outcomes = ['stock-sufficient', 'owner-absent', 'outlet-closed', 'price', 'rival', 'other'] as const;

/** One call from check-in to check-out. Everything entered is kept on the phone until the server has it. */
export function VisitCardPage({ terminal }: { terminal: string }) {
  const card = useCopied<VisitCard>(cardPath(terminal));
  const myDay = useCopied<RepDay>('/api/my/day');
  const region = useFieldRegion();
  const clock = useFieldClock();
  if (card.value && myDay.value && region) return <Card terminal={terminal} card={card.value} staleSince={card.staleSince} day={myDay.value} calendar={region.region.calendar} clock={clock} onDone={(state) => markStop(myDay.amend, terminal, state)} />;
  const error = card.error ?? myDay.error;
  return error === null ? <Busy /> : <Failed text={explain(error)} onRetry={() => void card.reload()} />;
}

function markStop(amend: (change: (old: RepDay) => RepDay) => void, terminal: string, state: 'started' | 'done'): void {
  amend((old) => ({ ...old, stops: old.stops.map((stop) => (stop.terminal === terminal ? { ...stop, state } : stop)) }));
}

interface CardProps {
  terminal: string;
  card: VisitCard;
  staleSince: number | null;
  day: RepDay;
  calendar: Calendar;
  clock: FieldClock;
  onDone: (state: 'started' | 'done') => void;
}

function Card({ terminal, card, staleSince, day: myDay, calendar, clock, onDone }: CardProps) {
  const key = draftKey(user.value?.id ?? '', terminal, myDay.date);
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = readDraft(key);
    if (kept) return kept;
    const open = card.visit ?? null;
    return open && open.rep === user.value?.rep ? { ...emptyDraft, started: true, steps: open.stepsDone, ordered: open.ordered } : emptyDraft;
  });
  const { busy, run } = useTask();
  const [dueOn, setDueOn] = useState(() => nextWorkingDay(myDay.date, calendar));
  const [outcome, setOutcome] = useState<string>('');
  const stop = myDay.stops.find((each) => each.terminal === terminal);
  const finished = stop?.state === 'done' && !draft.started;
  const listed = card.stock.filter((line) => line.listed !== false);

  useEffect(() => keepDraft(key, draft === emptyDraft ? null : draft, myDay.date), [draft, key]);

  const command = (verb: FieldCommand, body: Record<string, unknown>) => sendFromField(terminal, card.file.name, verb, { ...body, ...clock.stamp() });

  const start = () =>
    run(async () => {
      await command('start-visit', myDay.plan && stop?.arrival !== null && stop ? { plan: myDay.plan.id } : {});
      setDraft({ ...draft, started: true });
      onDone('started');
    });
  const tick = (step: string) =>
    run(async () => {
      setDraft((old) => ({ ...old, steps: [...old.steps, step] }));
      try {
        await command('record-step', { step });
      } catch (error) {
        setDraft((old) => ({ ...old, steps: old.steps.filter((each) => each !== step) }));
        throw error;
      }
    });
  const count = () =>
    run(async () => {
      const lines = listed.filter((line) => draft.counts[line.product] !== undefined).map((line) => ({ product: line.product, units: draft.counts[line.product] }));
      const answer = (await command('count-stock', { lines })) as { suggested?: SuggestedLine[] } | null;
      const local = lines.map((line) => {
        const known = listed.find((each) => each.product === line.product);
        return suggest({
          product: line.product,
          counted: line.units,
          lastCount: known?.lastCounted ?? null,
          receivedSince: known?.receivedSince ?? 0,
          onOrder: known?.onOrder ?? 0,
          unitsPerCase: products.value.get(line.product)?.unitsPerCase ?? 1,
        });
      });
      const suggested = answer?.suggested ?? local;
      setDraft((old) => ({
        ...old,
        counted: true,
        suggested,
        local: !answer?.suggested,
        order: Object.fromEntries(suggested.map((line) => [line.product, line.suggested])),
      }));
    });
  const orderLines = Object.entries(draft.order)
    .filter(([, quantity]) => quantity > 0)
    .map(([product, quantity]) => ({ product, cases: quantity }));
  const place = () =>
    run(async () => {
      await command('place-order', { order: newCommandId(), dueOn, lines: orderLines });
      setDraft((old) => ({ ...old, ordered: true }));
      tell('done', t('card.ordered'));
    });
  const complete = () =>
    run(async () => {
      await command('complete-visit', outcome === '' ? {} : { outcome });
      keepDraft(key, null, myDay.date);
      setDraft(emptyDraft);
      onDone('done');
      navigate('/my');
    });

  const counted = listed.filter((line) => draft.counts[line.product] !== undefined).length;
  const value = orderLines.reduce((sum, line) => sum + line.cases * (products.value.get(line.product)?.prices.terminalPerCase ?? 0), 0);
  return (
    <div class="card-page" data-testid="visit-card" data-terminal={terminal}>
      <a class="button button-quiet" href="/my" data-testid="back-to-list">
        <Icon name="back" size={18} />
        {t('my.back')}
      </a>
      <h1>{card.file.name}</h1>
      <p class="muted">
        {[t(`kind.${card.file.kind}`), t('class.label', { class: card.file.class }), card.file.address].filter(Boolean).join(' · ')}
      </p>
      {staleSince !== null && <p class="stale-note">{t('state.stale', { time: deviceTime(staleSince) })}</p>}
      <dl class="facts facts-row">
        <div>
          <dt>{t('fact.lastVisit')}</dt>
          <dd>{day(card.lastVisitOn)}</dd>
        </div>
        <div>
          <dt>{t('fact.balance')}</dt>
          <dd>{money(card.balance)}</dd>
        </div>
        {card.file.phone && (
          <div>
            <dt>{t('fact.phone')}</dt>
            <dd>
              <a href={`tel:${card.file.phone}`}>{card.file.phone}</a>
            </dd>
          </div>
        )}
      </dl>

      {finished && (
        <p class="done-note" data-testid="visit-done">
          <Icon name="check" size={18} />
          {t('card.finished')}
        </p>
      )}

      {!draft.started ? (
        <button type="button" class={`button field-primary ${finished ? '' : 'button-primary'}`} disabled={busy} data-testid="start-visit" onClick={() => void start()}>
          {t(finished ? 'card.startAgain' : 'card.start')}
        </button>
      ) : (
        <>
          <section class="card-section" aria-label={t('card.steps')}>
            <h2>{t('card.steps')}</h2>
            <p class="muted">{t('card.stepsDone', { done: draft.steps.length, total: myDay.protocol?.length ?? 0 })}</p>
            <ol class="steps" data-testid="steps">
              {myDay.protocol?.map((step, index) => {
                const done = draft.steps.includes(step.code);
                return (
                  <li key={step.code}>
                    <label class={`step ${done ? 'is-done' : ''}`}>
                      <input type="checkbox" checked={done} disabled={done || busy} data-testid={`step-${step.code}`} onChange={() => void tick(step.code)} />
                      <span>
                        {index + 1}. {localized(step.name)}
                      </span>
                    </label>
                  </li>
                );
              })}
            </ol>
          </section>

          <section class="card-section" aria-label={t('card.count')}>
            <h2>{t('card.count')}</h2>
            <p class="muted">{t('card.countHint')}</p>
            <ul class="count-list" data-testid="count-list">
              {listed.map((line) => (
                <li key={line.product}>
                  <div class="count-name">
                    <strong>{productName(line.product)}</strong>
                    <span class="muted">
                      {t('card.lastCount', { units: number(line.lastCounted), received: number(line.receivedSince), onOrder: number(line.onOrder) })}
                    </span>
                  </div>
                  <Stepper
                    label={t('card.countOf', { name: productName(line.product) })}
                    lessLabel={t('action.less')}
                    moreLabel={t('action.more')}
                    value={draft.counts[line.product] ?? null}
                    testId={`count-${line.product}`}
                    onValue={(units) =>
                      setDraft((old) => {
                        const counts = { ...old.counts };
                        if (units === null) delete counts[line.product];
                        else counts[line.product] = units;
                        return { ...old, counts };
                      })
                    }
                  />
                </li>
              ))}
            </ul>
            <button type="button" class={`button field-wide ${draft.counted ? '' : 'button-primary'}`} disabled={busy || counted === 0} data-testid="send-count" onClick={() => void count()}>
              {t(draft.counted ? 'card.countAgain' : 'card.sendCount', { count: counted })}
            </button>
          </section>

          {draft.counted && (
            <section class="card-section" aria-label={t('card.order')} data-testid="suggested-order">
              <h2>{t('card.order')}</h2>
              <p class="muted">{t(draft.local ? 'card.orderLocal' : 'card.orderRule')}</p>
              <ul class="count-list">
                {draft.suggested.map((line) => (
                  <li key={line.product} data-testid="suggested-line" data-product={line.product}>
                    <div class="count-name">
                      <strong>{productName(line.product)}</strong>
                      <span class="muted">
                        {soldSince(line) === null
                          ? t('card.noLastCount', { counted: number(line.counted) })
                          : t('card.figures', {
                              last: number(line.lastCount),
                              received: number(line.receivedSince),
                              counted: number(line.counted),
                              sold: number(soldSince(line)),
                              onOrder: number(line.onOrder),
                              suggested: cases(line.suggested),
                            })}
                      </span>
                    </div>
                    <Stepper
                      label={t('card.orderOf', { name: productName(line.product) })}
                      lessLabel={t('action.less')}
                      moreLabel={t('action.more')}
                      value={draft.order[line.product] ?? 0}
                      testId={`order-${line.product}`}
                      onValue={(quantity) => setDraft((old) => ({ ...old, order: { ...old.order, [line.product]: quantity ?? 0 } }))}
                    />
                  </li>
                ))}
              </ul>
              <label class="labelled">
                <span>{t('card.dueOn')}</span>
                <input type="date" value={dueOn} min={myDay.date} onChange={(event) => setDueOn(event.currentTarget.value || dueOn)} />
              </label>
              {draft.ordered ? (
                <p class="done-note" data-testid="order-placed">
                  <Icon name="check" size={18} />
                  {t('card.ordered')}
                </p>
              ) : (
                <button type="button" class="button button-primary field-wide" disabled={busy || orderLines.length === 0} data-testid="place-order" onClick={() => void place()}>
                  {t('card.place', { cases: cases(orderLines.reduce((sum, line) => sum + line.cases, 0)), value: money(value) })}
                </button>
              )}
            </section>
          )}

          <section class="card-section" aria-label={t('card.close')}>
            <h2>{t('card.close')}</h2>
            {!draft.ordered && (
              <label class="labelled">
                <span>{t('card.outcome')}</span>
                <select value={outcome} data-testid="outcome" onChange={(event) => setOutcome(event.currentTarget.value)}>
                  <option value="">{t('card.chooseOutcome')}</option>
                  {outcomes.map((each) => (
                    <option key={each} value={each}>
                      {t(`outcome.${each}`)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <button type="button" class={`button field-primary ${draft.counted ? 'button-primary' : ''}`} disabled={busy || (!draft.ordered && outcome === '')} data-testid="complete-visit" onClick={() => void complete()}>
              {t('card.complete')}
            </button>
          </section>
        </>
      )}
    </div>
  );
}
