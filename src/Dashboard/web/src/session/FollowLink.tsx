import { useEffect, useState } from 'preact/hooks';
import { explain } from '../i18n/codes';
import { navigate } from '../shell/router';
import { Busy, Failed } from '../ui/states';
import { followLink, sessionState } from './session';

/** Opens a driver's day from the link that the dispatcher sent. */
export function FollowLink({ token }: { token: string }) {
  const [problem, setProblem] = useState<unknown>(null);
  const follow = () => {
    setProblem(null);
    followLink(token).then(() => navigate('/my', true), setProblem);
  };
  // A post needs the token that the session brings.
  const isReady = sessionState.value !== 'loading';
  useEffect(() => {
    if (isReady) follow();
  }, [token, isReady]);
  return problem === null ? <Busy /> : <Failed text={explain(problem)} onRetry={follow} />;
}
