import { useState } from 'preact/hooks';
import { get } from '../../api/client';
import type { DeliveryPlan } from '../../api/deliveryPlans';
import { dayPath, useDayVersions } from '../../compare/useDayVersions';
import { explain } from '../../i18n/codes';
import { day } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { distributorName } from '../../region/names';
import { Dialog } from '../../ui/Dialog';
import { Busy, Empty, Failed } from '../../ui/states';
import { useTask } from '../../ui/useTask';
import { readOnlyReason } from '../actions/actions';
import { closePanel } from '../actions/panels';
import { sendCommand } from '../edits/sending';
import { VersionRow } from './VersionRow';
import './versions.css';

/** Every version of the day, the latest first: to look at, to name, to compare with the present one, to adopt. */
export function VersionsDialog({ plan }: { plan: DeliveryPlan }) {
  const { distributor, date } = plan;
  const known = useDayVersions(distributor, date);
  const task = useTask();
  const [base] = useState(plan.version);
  const working = known.day ? (known.day.working?.version ?? null) : base;
  const adopt = (version: number) =>
    task.run(async () => {
      const wanted = await get<DeliveryPlan>(dayPath(distributor, date, `versions/${version}`));
      const routes = wanted.routes.map(({ vehicle }) => ({ vehicle, version }));
      if (await sendCommand(plan, 'adopt', { routes, overrides: version }, t('versions.adoptedDone', { version }))) closePanel();
    });
  return (
    <Dialog title={t('versions.of', { name: distributorName(distributor), day: day(date) })} onClose={closePanel} testId="versions-dialog">
      {known.error !== null && !known.versions && <Failed text={explain(known.error)} onRetry={known.reload} />}
      {!known.versions && known.error === null && <Busy />}
      {known.versions?.length === 0 && <Empty>{t('versions.none')}</Empty>}
      {known.versions && known.versions.length > 0 && (
        <ol class="version-list" aria-label={t('versions.title')} data-testid="version-list">
          {[...known.versions].reverse().map((version) => (
            <VersionRow
              key={version.version}
              version={version}
              distributor={distributor}
              date={date}
              path={dayPath(distributor, date, `versions/${version.version}`)}
              working={working}
              published={known.day?.published?.version ?? null}
              mayEdit={readOnlyReason() === null}
              busy={task.busy}
              onNamed={known.reload}
              onAdopt={() => void adopt(version.version)}
            />
          ))}
        </ol>
      )}
    </Dialog>
  );
}
