import type { Assumption, JsonObject, RegionInputs } from '../../api/lab';
import { decimal, none, number, percent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { regionName } from '../figures';
import { isNamed, pathName } from '../pathName';
import { valueName } from './valueName';

interface Props {
  inputs: readonly RegionInputs[];
  assumptions?: readonly Assumption[];
  scenario?: JsonObject | null;
}

const rows = ['terminals', 'classA', 'classB', 'classC', 'adopted', 'cells', 'areaKm2', 'unitsPerDay', 'reps', 'vehicles'] as const;

/** What the road takes where it is not routed day by day: the error of the law on days held out. */
const laws = ['visitMinutes', 'visitKilometers', 'deliveryMinutes', 'deliveryKilometers'] as const;

/** What each region starts from, and what was taken at its usual value. */
export function InputsView({ inputs, assumptions = [], scenario = null }: Props) {
  return (
    <section class="lab-inputs" aria-label={t('lab.inputs')} data-testid="lab-inputs">
      <h2>{t('lab.inputs')}</h2>
      <div class="lab-scroll" tabIndex={0} role="group" aria-label={t('lab.inputs')}>
        <table class="table compact">
          <thead>
            <tr>
              <th scope="col">{t('region.label')}</th>
              {inputs.map(({ region }) => (
                <th key={region} scope="col" class="right">
                  {regionName(region)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows, ...laws.filter(() => inputs.some((region) => region.fieldCosts))].map((name) => (
              <tr key={name}>
                <th scope="row">{t(`lab.input.${name}`)}</th>
                {inputs.map((region) => (
                  <td key={region.region} class="right">
                    {cellOf(region, name)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {assumptions.length > 0 && (
        <details data-testid="lab-assumptions">
          <summary>{t('lab.assumptions', { count: assumptions.length, value: number(assumptions.length) })}</summary>
          <div class="lab-scroll lab-chart-table" tabIndex={0} role="group" aria-label={t('lab.assumptionTable')}>
            <table class="table compact" aria-label={t('lab.assumptionTable')}>
              <thead>
                <tr>
                  <th scope="col">{t('lab.assumption')}</th>
                  <th scope="col">{t('lab.value')}</th>
                </tr>
              </thead>
              <tbody>
                {assumptions.map(({ path, value }) => (
                  <tr key={path}>
                    <th scope="row">
                      {pathName(path, scenario)} {isNamed(path) && <code>{path}</code>}
                    </th>
                    <td class="lab-usual">{valueName(value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}

type Row = (typeof rows)[number] | (typeof laws)[number];

function cellOf(region: RegionInputs, row: Row): string {
  switch (row) {
    case 'visitMinutes':
    case 'visitKilometers':
    case 'deliveryMinutes':
    case 'deliveryKilometers': {
      const law = region.fieldCosts?.[row];
      return law ? t('lab.lawError', { mape: percent(law.mape), bias: percent(law.bias) }) : none;
    }
    case 'classA':
      return number(region.byClass.a);
    case 'classB':
      return number(region.byClass.b);
    case 'classC':
      return number(region.byClass.c);
    case 'areaKm2':
      return decimal(region.areaKm2);
    default:
      return number(region[row]);
  }
}
