import { useMemo, useState } from 'preact/hooks';
import type { TemplateContent } from '../../api/expansion';
import { labPath } from '../../api/lab';
import { explain } from '../../i18n/codes';
import { dayAndTime, decimal, majorMoney, number, percent, wholeMoney } from '../../i18n/format';
import { locale, t } from '../../i18n/i18n';
import type { MessageKey } from '../../i18n/en';
import { Busy, Failed } from '../../ui/states';
import { useRemote } from '../../ui/useRemote';
import { BandChart } from '../charts/BandChart';
import type { BandLine } from '../charts/lines';
import { measureName, regionName } from '../figures';

const measures = ['numericDistribution', 'weightedDistribution'] as const;

/** One template: its ratios, cadence, prices, costs and the curve of distribution. It never changes; its hash names its content. */
export function TemplatePage({ id }: { id: string }) {
  const found = useRemote<TemplateContent>(`${labPath}/templates/${encodeURIComponent(id)}`);
  if (found.error !== null) return <Failed text={explain(found.error)} onRetry={found.reload} />;
  if (found.value === null) return <Busy />;
  return <Template content={found.value} />;
}

function Template({ content }: { content: TemplateContent }) {
  const { template } = content;
  return (
    <div class="lab-result" data-testid="lab-template">
      <div class="page-head">
        <h1>{content.name}</h1>
        <span class="muted">{[regionName(content.region), dayAndTime(content.at)].join(' · ')}</span>
        <a class="button" href={`/lab/runs/${encodeURIComponent(content.run)}`}>
          {t('lab.toRun')}
        </a>
        <a class="button" href={`/lab/scorecard?left=${encodeURIComponent(content.id)}`}>
          {t('lab.toScorecard')}
        </a>
        <a class="button button-primary" href={`/lab/waves?left=${encodeURIComponent(content.id)}`}>
          {t('lab.toWaves')}
        </a>
      </div>
      {startsOpen(template.numericDistribution.frozen) && <p class="lab-note">{t('lab.startsOpen', { value: percent(template.numericDistribution.frozen[0]) })}</p>}
      <p>
        {t('lab.hash')}: <code data-testid="lab-template-hash">{content.hash}</code>
      </p>
      <div class="lab-columns">
        <Facts
          title={'lab.ratios'}
          facts={[
            ['lab.terminalsPerRep', decimal(template.terminalsPerRep)],
            ['lab.terminalsPerVehicle', decimal(template.terminalsPerVehicle)],
            ['lab.casesPerVehicleWeek', number(template.casesPerVehicleWeek)],
            ['lab.casesPerTerminalWeek', decimal(template.casesPerTerminalWeek)],
            ['lab.utilisation', percent(template.utilisation)],
            ['lab.travelPerVisit', decimal(template.travelMinutesPerVisit)],
            ['lab.shareInHandlers', percent(template.shareInHandlers)],
            ['lab.rivalShare', percent(template.rivalShare)],
          ]}
        />
        <Facts
          title={'lab.priceLadder'}
          facts={[
            ['lab.priceCost', majorMoney(template.prices.cost)],
            ['lab.priceFactory', majorMoney(template.prices.factory)],
            ['lab.priceTerminal', majorMoney(template.prices.terminal)],
            ['lab.priceRetail', majorMoney(template.prices.retail)],
            ['lab.marginPerCase', majorMoney(template.marginPerCase)],
          ]}
        />
        <Facts
          title={'lab.costs'}
          facts={[
            ['lab.costPerPoint', wholeMoney(template.costPerDistributionPoint)],
            ['lab.launchPerTerminal', majorMoney(template.launchPerTerminal)],
            ['lab.personnelPerRepWeek', wholeMoney(template.personnelPerRepWeek)],
            ['lab.vehiclePerWeek', wholeMoney(template.vehiclePerWeek)],
            ['lab.creditWeeks', number(template.creditWeeks)],
            ['lab.trainedPerWeek', decimal(template.training.repsPerWeek)],
          ]}
        />
        <section aria-labelledby="lab-cadence">
          <h2 id="lab-cadence">{t('lab.cadence')}</h2>
          <div class="lab-scroll" tabIndex={0} role="group" aria-labelledby="lab-cadence">
            <table class="table compact" aria-labelledby="lab-cadence">
              <thead>
                <tr>
                  <th scope="col">{t('column.class')}</th>
                  <th scope="col" class="right">
                    {t('lab.input.terminals')}
                  </th>
                  <th scope="col" class="right">
                    {t('lab.visitsPerCycle')}
                  </th>
                  <th scope="col" class="right">
                    {t('lab.minutesPerVisit')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {template.classes.map((each) => (
                  <tr key={each.class}>
                    <th scope="row">{each.class}</th>
                    <td class="right">{number(each.terminals)}</td>
                    <td class="right">{number(each.visitsPerCycle)}</td>
                    <td class="right">{decimal(each.minutesPerVisit)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
      <Curve content={content} />
    </div>
  );
}

const openPart = 0.5;

/** Whether the market had most of its outlets when its curve began, so that the curve does not show how it was opened. */
function startsOpen(curve: readonly number[]): boolean {
  return curve.length > 0 && curve[0] >= openPart * curve[curve.length - 1];
}

function Facts({ title, facts }: { title: MessageKey; facts: readonly (readonly [MessageKey, string])[] }) {
  return (
    <section aria-label={t(title)}>
      <h2>{t(title)}</h2>
      <dl class="facts lab-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd class="right">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Curve({ content }: { content: TemplateContent }) {
  const [measure, setMeasure] = useState<(typeof measures)[number]>('numericDistribution');
  const curve = content.template[measure];
  const lines = useMemo<BandLine[]>(
    () => [
      { name: t('lab.observed'), mean: curve.mean, low: curve.low, high: curve.high },
      { name: t('lab.frozenCurve'), mean: curve.frozen },
    ],
    [curve, locale.value],
  );
  return (
    <div class="lab-curves">
      <label class="lab-inline">
        <span>{t('lab.measure')}</span>
        <select value={measure} onChange={(event) => setMeasure(event.currentTarget.value as typeof measure)}>
          {measures.map((each) => (
            <option key={each} value={each}>
              {measureName(each)}
            </option>
          ))}
        </select>
      </label>
      <BandChart
        title={measureName(measure)}
        file={measure}
        lines={lines}
        stepHead={t('lab.week')}
        stepName={(index) => t('lab.weekOf', { week: index + 1 })}
        tickName={(index) => String(index + 1)}
        write={percent}
        testId="lab-template-curve"
      />
    </div>
  );
}
