import { render } from 'preact';
import { App } from './shell/App';
import { followLinks } from './shell/router';
import { listenToKeys } from './shell/keys';
import { loadSession } from './session/session';
import { nameWhatIsWrong } from './ui/validity';
import './shell/tokens.css';
import './shell/controls.css';
import './shell/shell.css';
import './shell/touch.css';

followLinks();
listenToKeys();
nameWhatIsWrong();
void loadSession();
render(<App />, document.getElementById('app') as HTMLElement);
