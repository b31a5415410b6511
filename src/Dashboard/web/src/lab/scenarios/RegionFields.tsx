import { useContext } from 'preact/hooks';
import type { Json } from '../../api/lab';
import { t } from '../../i18n/i18n';
import { Icon } from '../../ui/icons';
import { regionName } from '../figures';
import { CensusChoice } from './CensusChoice';
import { EditingContext } from './editing';
import { Field } from './Field';
import { classes, generatedFields, regionFields } from './fields';
import { ListField } from './ListField';
import { isObject, valueAt } from './scenarioPath';

const usualDays = [7, 14, 28];
const usualCutOffs = [0.2, 0.5];
const stepDays = 28;
const dayMilliseconds = 86_400_000;

/** What a planner turns in one region. */
export function RegionFields({ index }: { index: number }) {
  const { scenario } = useContext(EditingContext)!;
  const path = `regions[${index}]`;
  const id = valueAt(scenario, `${path}.id`);
  const live = valueAt(scenario, `${path}.terminals.live`);
  const isGenerated = isObject(valueAt(scenario, `${path}.terminals.generated`));
  return (
    <details class="lab-part" open data-testid="lab-region">
      <summary>{t('lab.region', { id: regionName(String(id ?? index + 1)) })}</summary>
      {isObject(live) && (
        <p class="muted">
          {typeof live.position === 'number'
            ? t('lab.liveAt', { region: regionName(String(live.region)), position: live.position })
            : t('lab.liveNow', { region: regionName(String(live.region)) })}
        </p>
      )}
      {!isObject(live) && <CensusChoice path={`${path}.terminals`} />}
      {isGenerated && (
        <div class="lab-fields">
          {generatedFields.map(({ tail, kind }) => (
            <Field key={tail} path={`${path}.${tail}`} kind={kind} />
          ))}
        </div>
      )}
      {regionFields.map(({ title, fields }) => (
        <fieldset key={title} class="lab-set">
          <legend>{t(`lab.set.${title}`)}</legend>
          {title === 'reps' && <Staffing path={path} />}
          <div class="lab-fields">
            {title === 'terminals' &&
              usualCutOffs.map((_, at) => (
                <ListField key={at} list={`${path}.census.classCutOffs`} at={at} kind="share" label={t(at === 0 ? 'lab.cutOffA' : 'lab.cutOffB')} fallback={usualCutOffs} />
              ))}
            {title === 'reps' &&
              classes.map((name, at) => (
                <ListField key={name} list={`${path}.fieldForce.daysBetweenCalls`} at={at} kind="whole" label={t('lab.daysBetween', { class: name })} fallback={usualDays} />
              ))}
            {fields.map(({ tail, kind, choices }) => (
              <Field key={tail} path={`${path}.${tail}`} kind={kind} choices={choices} />
            ))}
          </div>
        </fieldset>
      ))}
    </details>
  );
}

/** So many reps from a day on. */
function Staffing({ path }: { path: string }) {
  const { scenario, set } = useContext(EditingContext)!;
  const place = `${path}.fieldForce.staffing`;
  const value = valueAt(scenario, place);
  const steps = Array.isArray(value) ? (value as readonly Json[]) : [];
  const last = steps.at(-1);
  const add = () => {
    const from = isObject(last) && typeof last.from === 'string' ? later(last.from) : typeof scenario.firstDay === 'string' ? scenario.firstDay : '';
    set(place, [...steps, { from, reps: isObject(last) && typeof last.reps === 'number' ? last.reps : 1 }]);
  };
  return (
    <>
      {steps.map((_, at) => (
        <div key={at} class="lab-row" role="group" aria-label={t('lab.staffingStep', { number: at + 1 })}>
          <div class="lab-fields">
            <Field path={`${place}[${at}].from`} kind="date" required />
            <Field path={`${place}[${at}].reps`} kind="whole" />
          </div>
          <button type="button" class="icon-button" aria-label={t('lab.dropStaffing', { number: at + 1 })} onClick={() => set(place, steps.filter((_each, other) => other !== at))}>
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button type="button" class="button" onClick={add}>
        {t('lab.addStaffing')}
      </button>
    </>
  );
}

function later(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? date : new Date(time + stepDays * dayMilliseconds).toISOString().slice(0, 10);
}
