import { useMemo, useState } from 'preact/hooks';
import type { OutletLesson } from '../api/following';
import { none, number, percent } from '../i18n/format';
import { t } from '../i18n/i18n';
import { outletName } from '../region/names';
import { Empty } from '../ui/states';
import { VirtualRows } from '../ui/VirtualRows';
import { minutes } from './minutes';
import { byMissedTime, ratioOf } from './order';
import { PairBar } from './PairBar';

interface Props {
  lessons: readonly OutletLesson[];
  /** The one that is looked for; null: all. */
  outlet: string | null;
  onAll: () => void;
}

const rowHeightPixels = 40;

/** Minutes at each outlet: the rule, what deliveries took, and what the next plan will use. */
export function OutletTable({ lessons, outlet, onAll }: Props) {
  const [text, setText] = useState('');
  const sorted = useMemo(() => byMissedTime(lessons), [lessons]);
  const wanted = text.trim().toLowerCase();
  const shown = sorted.filter((each) => (outlet === null || each.terminal === outlet) && (wanted === '' || outletName(each.terminal).toLowerCase().includes(wanted)));
  const most = Math.max(0, ...sorted.flatMap((each) => [each.rule, each.taken]));
  return (
    <section aria-labelledby="lessons-outlets">
      <div class="lessons-head">
        <h2 id="lessons-outlets">{t('lessons.outlets')}</h2>
        {outlet === null ? (
          <input type="search" aria-label={t('column.name')} placeholder={t('column.name')} value={text} data-testid="lessons-search" onInput={(event) => setText(event.currentTarget.value)} />
        ) : (
          <button type="button" class="button" data-testid="lessons-all" onClick={onAll}>
            {t('lessons.all')}
          </button>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty>{t('lessons.noOutlet')}</Empty>
      ) : (
        <div class="lessons-outlets">
          <VirtualRows
            count={shown.length}
            rowHeight={rowHeightPixels}
            columns={6}
            label={t('lessons.outlets')}
            testId="lessons-outlets"
            head={
              <tr>
                <th scope="col">{t('column.outlet')}</th>
                <th scope="col" class="right wide-only">
                  {t('lessons.count')}
                </th>
                <th scope="col" class="right">
                  {t('lessons.plan')}
                </th>
                <th scope="col" class="right">
                  {t('lessons.actual')}
                </th>
                <th scope="col" class="wide-only">{t('lessons.ratio')}</th>
                <th scope="col">{t('lessons.next')}</th>
              </tr>
            }
            row={(index) => <Row key={shown[index].terminal} lesson={shown[index]} index={index} most={most} />}
          />
        </div>
      )}
    </section>
  );
}

function Row({ lesson, index, most }: { lesson: OutletLesson; index: number; most: number }) {
  const ratio = ratioOf(lesson.rule, lesson.taken);
  return (
    <tr aria-rowindex={index + 2} data-testid="lesson-row" data-terminal={lesson.terminal}>
      <th scope="row">
        <a href={`/outlets/${encodeURIComponent(lesson.terminal)}`}>{outletName(lesson.terminal)}</a>
      </th>
      <td class="right wide-only">{number(lesson.deliveries)}</td>
      <td class="right">{minutes(lesson.rule)}</td>
      <td class="right">{minutes(lesson.taken)}</td>
      <td class="pair-cell wide-only">
        {ratio === null ? none : percent(ratio)} <PairBar planned={lesson.rule} actual={lesson.taken} most={most} />
      </td>
      <td>
        <strong>{minutes(lesson.next)}</strong> <span class="muted">{t(lesson.isLearned ? 'lessons.learned' : 'lessons.byRule')}</span>
      </td>
    </tr>
  );
}
