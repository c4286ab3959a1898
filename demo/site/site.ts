import { offerColorSchemes } from './color-scheme.js';
import { EventLog } from './event-log.js';

customElements.define('event-log', EventLog);

const select = document.querySelector<HTMLSelectElement>('#color-scheme');
if (select) offerColorSchemes(select);
