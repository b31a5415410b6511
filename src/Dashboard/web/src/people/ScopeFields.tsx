import { useEffect, useState } from 'preact/hooks';
import { get } from '../api/client';
import type { Role } from '../api/people';
import type { RegionDetail } from '../api/region';
import { localized, t } from '../i18n/i18n';
import { regions } from '../region/regionStore';

export interface Scope {
  role: Role;
  region: string;
  distributor: string;
  rep: string;
  vehicle: string;
}

export const emptyScope: Scope = { role: 'dispatcher', region: '', distributor: '', rep: '', vehicle: '' };

const roles: readonly Role[] = ['administrator', 'planner', 'dispatcher', 'supervisor', 'rep', 'driver'];

/** What of the scope the role uses; the rest is sent as null so that an old scope does not linger. */
export function scopeBody(scope: Scope): Record<string, string | null> {
  const uses = usesOf(scope.role);
  return {
    role: scope.role,
    region: uses.region && scope.region !== '' ? scope.region : null,
    distributor: uses.distributor && scope.distributor !== '' ? scope.distributor : null,
    rep: uses.rep && scope.rep !== '' ? scope.rep : null,
    vehicle: uses.vehicle && scope.vehicle !== '' ? scope.vehicle : null,
  };
}

function usesOf(role: Role) {
  return {
    region: role !== 'administrator',
    distributor: role === 'dispatcher' || role === 'supervisor',
    rep: role === 'rep',
    vehicle: role === 'driver',
  };
}

export function ScopeFields({ scope, onScope }: { scope: Scope; onScope: (scope: Scope) => void }) {
  const [files, setFiles] = useState<RegionDetail | null>(null);
  const uses = usesOf(scope.role);
  const known = regions.value;

  useEffect(() => {
    if (scope.region === '' && known[0] && uses.region) onScope({ ...scope, region: known[0].id });
  }, [known, scope.role]);
  useEffect(() => {
    setFiles(null);
    if (scope.region === '') return;
    const abort = new AbortController();
    get<RegionDetail>(`/api/regions/${encodeURIComponent(scope.region)}`, abort.signal).then(setFiles, () => undefined);
    return () => abort.abort();
  }, [scope.region]);

  return (
    <>
      <label class="labelled">
        <span>{t('people.role')}</span>
        <select value={scope.role} data-testid="person-role" onChange={(event) => onScope({ ...scope, role: event.currentTarget.value as Role })}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </select>
        <span class="hint">{t(`roleHint.${scope.role}`)}</span>
      </label>
      {uses.region && (
        <label class="labelled">
          <span>{t('region.label')}</span>
          <select required value={scope.region} onChange={(event) => onScope({ ...scope, region: event.currentTarget.value, distributor: '', rep: '', vehicle: '' })}>
            {known.map((region) => (
              <option key={region.id} value={region.id}>
                {localized(region.name)}
              </option>
            ))}
          </select>
        </label>
      )}
      {uses.distributor && (
        <Choice label={t('fact.distributor')} value={scope.distributor} any={t('people.anyDistributor')} testId="person-distributor" options={files?.distributors.map((each) => [each.id, each.name])} onValue={(distributor) => onScope({ ...scope, distributor })} />
      )}
      {uses.rep && <Choice label={t('fact.rep')} value={scope.rep} testId="person-rep" options={files?.reps.map((each) => [each.id, each.name])} onValue={(rep) => onScope({ ...scope, rep })} />}
      {uses.vehicle && (
        <Choice label={t('column.vehicle')} value={scope.vehicle} testId="person-vehicle" options={files?.vehicles.map((each) => [each.id, `${each.plate}${each.driverName ? ` · ${each.driverName}` : ''}`])} onValue={(vehicle) => onScope({ ...scope, vehicle })} />
      )}
    </>
  );
}

function Choice({ label, value, any, options, onValue, testId }: { label: string; value: string; any?: string; options: readonly (readonly [string, string])[] | undefined; onValue: (value: string) => void; testId: string }) {
  return (
    <label class="labelled">
      <span>{label}</span>
      <select required={any === undefined} value={value} data-testid={testId} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">{any ?? t('people.choose')}</option>
        {options?.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
