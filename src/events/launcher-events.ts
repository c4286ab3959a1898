import type { RequestContext } from '../core/request-context.js';

const fact: EventInit = { bubbles: true, composed: true };

/** The dialog is about to open: cancel to keep it closed, or to show something else. */
export class LauncherOpenEvent extends Event {
  constructor(readonly context: RequestContext) {
    super('launcher-open', { ...fact, cancelable: true });
  }
}

/** The dialog is open. */
export class LauncherOpenedEvent extends Event {
  constructor() {
    super('launcher-opened', fact);
  }
}

/** The dialog is closed; what was written in it is still there. */
export class LauncherClosedEvent extends Event {
  constructor() {
    super('launcher-closed', fact);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'launcher-open': LauncherOpenEvent;
    'launcher-opened': LauncherOpenedEvent;
    'launcher-closed': LauncherClosedEvent;
  }
}
