import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { Busy, Failed } from './states';

/** A page in a chunk of its own, fetched when it is first shown. */
export function lazy<TProps extends object>(load: () => Promise<ComponentType<TProps>>): ComponentType<TProps> {
  let loaded: ComponentType<TProps> | null = null;
  return function Lazy(props: TProps) {
    const [Page, setPage] = useState<ComponentType<TProps> | null>(() => loaded);
    const [failed, setFailed] = useState(false);
    const fetchPage = () => {
      setFailed(false);
      load().then(
        (component) => {
          loaded = component;
          setPage(() => component);
        },
        () => setFailed(true),
      );
    };
    useEffect(() => {
      if (!loaded) fetchPage();
    }, []);
    if (failed) return <Failed text={t('state.pageMissing')} onRetry={fetchPage} />;
    return Page ? <Page {...props} /> : <Busy />;
  };
}
