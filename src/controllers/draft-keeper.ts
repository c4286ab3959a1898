import type { LitElement } from 'lit';
import type { DraftState } from '../core/draft-state.js';
import { type Leftover, fitDraft } from '../core/drafts/fit-draft.js';
import {
  blankDraft,
  changedDraft,
  DRAFT_HOURS,
  isWorthKeeping,
  type KeepingTime,
  keptFields,
  storable,
  timeAfter,
} from '../core/drafts/kept-answers.js';
import { differingFields, mergeDrafts } from '../core/drafts/merge-drafts.js';
import { CaseChangedEvent, type CaseSubmittedEvent } from '../events/case-events.js';
import type { CaseFormMessages } from '../locales/en.js';
import type { AttachmentSource } from '../ports/attachment-source.js';
import type { CaseBackend } from '../ports/case-backend.js';
import type { DraftStore } from '../ports/draft-store.js';
import type { Definition } from '../schema/definition.js';
import type { Draft } from '../schema/draft.js';
import type { KeptDraft, KeptField, Sending } from '../schema/kept-draft.js';
import { newKey } from '../core/key.js';
import { keepCaret } from './caret-keeper.js';
import type { Occurrence } from './draft-notices.js';
import { type DraftShelf, keysOf, nameOf, ownerOf, type Place } from './draft-shelf.js';
import { DraftTabs, type News } from './draft-tabs.js';
import { KeptFiles } from './kept-files.js';

/** A form whose draft is kept. */
export interface KeptForm extends LitElement {
  readonly draft: Draft;
  readonly messages: CaseFormMessages;
  readonly requester: string | undefined;
  readonly draftStore: DraftStore | undefined;
  readonly backend: CaseBackend | undefined;
  submit(): Promise<void>;
}

/** What of a form only the form itself can do. */
export interface FormParts {
  readonly form: KeptForm;
  readonly state: DraftState;
  readonly definition: () => Definition;
  /** Begins a new draft. */
  readonly restart: () => void;
  /** Asks whether to drop the draft. */
  readonly cancel: () => void;
}

export interface DraftKeeperOptions extends FormParts {
  readonly shelf: DraftShelf;
  /** Takes out of an answer what must not be stored. */
  readonly mask: (field: KeptField) => KeptField;
  /** There is something else to say. */
  readonly changed: () => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The drafts that a form of this page has, so that no second one keeps under the same name. */
const claimed = new Map<string, DraftKeeper>();

/** Keeps a draft while it is written, gives it back, and shares it with the other tabs it is open in. */
export class DraftKeeper {
  /** When the draft was last changed that was given back. */
  restored: Date | undefined;
  occurrence: Occurrence | undefined;
  leftovers: readonly Leftover[] = [];
  /** Whether the person, who is not known, wants the draft on the device. */
  isChosen = false;
  readonly #options: DraftKeeperOptions;
  readonly #files: KeptFiles;
  readonly #tabs = new DraftTabs((news) => this.#hear(news));
  /** The keys of drafts that have come to an end. */
  readonly #ended = new Set<string>();
  #draft: KeptDraft;
  #requester: string | undefined;
  #isLoaded = false;
  #loads = 0;
  /** An edit from elsewhere that waits until a word is composed. */
  #later: KeptDraft | undefined;
  #isComposing = false;
  /** What happens to the form is done by this, and not by the person. */
  #isActing = false;

  constructor(options: DraftKeeperOptions) {
    const { form, state, definition, shelf } = options;
    this.#options = options;
    this.#requester = form.requester;
    this.#draft = blankDraft({ key: state.key, form: definition().id }, this.#time);
    const sources = () => [
      ...form.querySelectorAll<HTMLElement & AttachmentSource>(':scope > [slot=attachments]'),
    ];
    this.#files = new KeptFiles(sources, () => shelf.missFiles());
    for (const type of ['file-added', 'file-uploaded', 'file-removed', 'file-failed'] as const) {
      form.addEventListener(type, () => this.#noteFiles());
    }
    form.addEventListener('compositionstart', () => (this.#isComposing = true));
    form.addEventListener('compositionend', () => {
      this.#isComposing = false;
      if (this.#later) this.#merge(this.#later);
    });
  }

  /** Whether the person may choose to keep the draft on the device. */
  get mayChoose(): boolean {
    const isOpen = this.#requester === undefined && this.#limit === 'device';
    return isOpen && this.#isLoaded && isWorthKeeping(this.#draft);
  }

  /** Takes up what is kept. Resolves when the form has it. */
  async load(): Promise<void> {
    const { state, definition, shelf, now = Date.now } = this.#options;
    if (!this.#loads) {
      this.#requester = this.#options.form.requester;
      this.#draft = blankDraft({ key: state.key, form: definition().id }, this.#time);
    }
    this.#loads += 1;
    const load = this.#loads;
    const name = this.#name;
    this.#isLoaded = false;
    if (this.#limit === 'off' || (claimed.get(name) ?? this) !== this) return;
    this.#release();
    claimed.set(name, this);
    this.#tabs.open();
    shelf.sweep(now());
    const read = (place: Place, as = name) => shelf.read(as, place, now());
    const isStranger = this.#requester === undefined;
    const [device, tab, before] = await Promise.all([
      this.#limit === 'device' ? read('device') : undefined,
      read('tab'),
      isStranger ? undefined : read('tab', nameOf(undefined, this.#draft.form)),
    ]);
    if (load !== this.#loads || claimed.get(name) !== this) return;
    this.isChosen = isStranger && !!device;
    const found = [device, tab, before].filter((one) => one !== undefined);
    await this.#takeUp(found.length ? found.reduce(mergeDrafts) : undefined, before);
    this.#options.changed();
  }

  /** The form has been drawn: it may belong to somebody else by now, or hold another draft. */
  check(): void {
    const { form, state, definition } = this.#options;
    if (!this.#loads) return;
    if (form.requester !== this.#requester) void this.#changeRequester();
    else if (definition().id !== this.#draft.form) void this.#changeForm();
    else if (this.#isLoaded && state.key !== this.#draft.key) this.#beginAnew();
  }

  /** The person has changed answers. */
  note(names: readonly string[]): void {
    const { state } = this.#options;
    if (this.#isActing || !this.#isLoaded) return;
    if (state.key !== this.#draft.key) this.#beginAnew();
    else this.#write(names);
  }

  /** The draft has become a case: nothing of it is kept any longer. */
  async end({ draft, receipt }: CaseSubmittedEvent): Promise<void> {
    const { key, attachments } = draft;
    const files = attachments.map(({ id }) => id);
    this.#ended.add(key);
    if (this.#isShared) {
      this.#tabs.tell({ type: 'ended', name: this.#name, key, number: receipt.number, files });
    }
    await this.#drop(this.#draft);
    this.#tabs.leave();
  }

  /** What to do with a draft that was being sent when a page ended. */
  get sending(): Sending | undefined {
    return this.#draft.sending;
  }

  /** The draft is being sent, or is not sent any more: a page that ends meanwhile leaves word of it. */
  markSending(sending: Sending | undefined): void {
    if (sending === this.#draft.sending || !this.#isLoaded) return;
    this.#draft = { ...this.#draft, sending };
    this.#store();
  }

  /** Drops everything of this requester, here and in other tabs. */
  async forget(): Promise<void> {
    const { shelf, restart, now = Date.now } = this.#options;
    const requester = this.#requester;
    restart();
    await shelf.clear(ownerOf(requester), now());
  }

  /** Resolves when no other tab sends this draft. */
  async takeTurn(): Promise<void> {
    if (!this.#isShared) return;
    const wait = () => this.#say({ type: 'beingSent' });
    await this.#tabs.takeTurn(this.#draft.key, wait);
    if (this.occurrence?.type === 'beingSent') this.#say(undefined);
  }

  /** The draft is not sent any more. */
  leaveTurn(): void {
    this.#tabs.leave();
  }

  /** The person wants the draft on the device, or no longer. */
  choose(isChosen: boolean): void {
    this.isChosen = isChosen;
    const { shelf } = this.#options;
    if (isChosen) this.#tabs.open();
    else void shelf.remove(this.#name, keysOf(this.#draft), ['device']);
    this.#files.clear();
    this.#noteFiles();
    this.#options.changed();
  }

  dismissLeftovers(): void {
    const gone = new Set(this.leftovers.map(({ name }) => name));
    const { fields } = this.#draft;
    const rest = Object.entries(fields).filter(([name]) => !gone.has(name));
    this.leftovers = [];
    this.#draft = { ...this.#draft, fields: Object.fromEntries(rest) };
    this.#write([]);
    this.#options.changed();
  }

  /** What another tab has done meanwhile, in a page that has slept. */
  async catchUp(): Promise<void> {
    const { shelf, now = Date.now } = this.#options;
    if (!this.#isShared || !this.#isLoaded) return;
    const name = this.#name;
    const draft = await shelf.read(name, 'device', now());
    if (draft && name === this.#name) this.#merge(draft);
  }

  leave(): void {
    this.#tabs.close();
    this.#release();
  }

  get #limit(): 'off' | Place {
    const limit = this.#options.form.getAttribute('keep-drafts');
    return limit === 'off' ? 'off' : limit === 'session' ? 'tab' : 'device';
  }

  get #places(): readonly Place[] {
    if (this.#limit !== 'device') return ['tab'];
    // The session goes along, so that a person who signs in then is known to be the same.
    if (this.#requester === undefined) return this.isChosen ? ['device', 'tab'] : ['tab'];
    return ['device'];
  }

  /** Whether other tabs have the same draft. */
  get #isShared(): boolean {
    return this.#isLoaded && this.#places.includes('device');
  }

  get #fileStore() {
    const [place = 'tab'] = this.#places;
    return this.#options.shelf.filesOf(place);
  }

  get #name(): string {
    return nameOf(this.#requester, this.#draft.form);
  }

  get #time(): KeepingTime {
    const { form, now = Date.now } = this.#options;
    return { now: now(), hours: Number(form.getAttribute('draft-hours')) || DRAFT_HOURS };
  }

  /** Gives the form what was kept, below what has been written since; files follow when they have been read. */
  async #takeUp(kept: KeptDraft | undefined, before: KeptDraft | undefined): Promise<void> {
    const { state, shelf } = this.#options;
    const isOurs = kept && !this.#ended.has(kept.key);
    const written = this.#written(isOurs ? timeAfter(kept, this.#time.now) : this.#time.now);
    // A form that was only moved has it all.
    const isNews = isOurs && differingFields(kept, { ...kept, fields: written }).length > 0;
    if (isOurs) {
      const key = state.isGiven ? state.key : kept.key;
      const fields = { ...kept.fields, ...written };
      this.#draft = { ...kept, key, fields };
      if (isNews || key !== state.key) this.#give(Object.keys(fields));
    } else this.#draft = { ...this.#draft, key: state.key, fields: written };
    state.isGiven = false;
    this.#isLoaded = true;
    // Files may have come before the draft had.
    const isEarly = this.#files.listed.length > 0;
    if (!isOurs && isEarly) this.#noteFiles();
    else this.#write([]);
    if (!isOurs) return;
    const place = before ? 'tab' : this.#filePlace;
    await this.#files.restore(kept.files, shelf.filesOf(place));
    if (isEarly) this.#noteFiles();
    if (isNews || kept.files.length) this.restored = new Date(kept.changed);
    if (!before) return;
    // What a stranger wrote is theirs who has signed in.
    void shelf.remove(nameOf(undefined, kept.form), keysOf(before), ['tab']);
    void this.#dropStale(before.key, nameOf(undefined, kept.form));
    this.#files.clear();
    this.#noteFiles();
  }

  get #filePlace(): Place {
    return this.#places[0] ?? 'tab';
  }

  #written(at: number): Record<string, KeptField> {
    const { state, definition } = this.#options;
    return keptFields(state.written, definition(), { names: Object.keys(state.written), at });
  }

  /** Puts the draft into the form as a whole. */
  #give(names: readonly string[]): void {
    const { form, state, definition } = this.#options;
    const { key, form: id, solutions } = this.#draft;
    const { values, leftovers } = fitDraft(this.#draft, definition());
    this.leftovers = leftovers;
    state.restore({ key, form: id, values, attachments: [], solutions });
    state.isGiven = false;
    form.requestUpdate();
    this.#act(() => form.dispatchEvent(new CaseChangedEvent(form.draft, names)));
  }

  #write(names: readonly string[]): void {
    const { state, definition, form } = this.#options;
    if (this.#ended.has(this.#draft.key)) return;
    const time = this.#time;
    if (names.length) {
      const at = timeAfter(this.#draft, time.now);
      const fields = {
        ...this.#draft.fields,
        ...keptFields(state.written, definition(), { names, at }),
      };
      const { solutions = [] } = form.draft;
      this.#draft = changedDraft(this.#draft, { fields, solutions, sending: undefined }, time);
      if (this.occurrence?.type === 'changedElsewhere') this.#say(undefined);
    }
    this.#store();
    this.#tell();
  }

  #store(): void {
    const { shelf, definition, mask } = this.#options;
    if (!isWorthKeeping(this.#draft)) {
      if (this.#isKept) void this.#drop(this.#draft);
      return;
    }
    this.#isKept = true;
    const kept = storable(this.#draft, definition(), mask);
    const isWhole = !differingFields(this.#draft, kept).length;
    const sending = kept.sending === 'again' && !isWhole ? 'ask' : kept.sending;
    void shelf.write(this.#name, { ...kept, sending }, this.#places);
  }

  /** Whether something is kept that has to be dropped with the draft. */
  #isKept = false;

  async #drop(draft: KeptDraft): Promise<void> {
    this.#isKept = false;
    await this.#options.shelf.remove(this.#name, keysOf(draft));
  }

  #tell(): void {
    if (!this.#isShared || !isWorthKeeping(this.#draft)) return;
    const { key } = this.#draft;
    this.#tabs.tell({ type: 'edited', name: this.#name, key, draft: this.#draft });
  }

  #noteFiles(): void {
    if (this.#isActing || !this.#isLoaded || this.#ended.has(this.#draft.key)) return;
    const files = [...this.#files.keep(this.#draft, this.#fileStore)];
    this.#draft = changedDraft(this.#draft, { files }, this.#time);
    this.#write([]);
  }

  /** The form holds another draft than before: a new one, or one that the page has given it. */
  #beginAnew(): void {
    const { state, definition, changed } = this.#options;
    const old = this.#draft;
    const isOver = this.#ended.has(old.key);
    const isDropped = !Object.keys(state.written).length && !isOver;
    if (isDropped && this.#isShared) {
      this.#tabs.tell({ type: 'dropped', name: this.#name, key: old.key });
    }
    if (isDropped) void this.#drop(old);
    this.#tabs.leave();
    this.#files.clear();
    this.restored = undefined;
    this.occurrence = undefined;
    this.leftovers = [];
    if (isDropped || isOver) this.isChosen = false;
    this.#draft = blankDraft({ key: state.key, form: definition().id }, this.#time);
    this.#draft = { ...this.#draft, fields: this.#written(this.#time.now) };
    this.#write([]);
    changed();
  }

  #hear(news: News): void {
    if (!this.#isShared || news.name !== this.#name || this.#ended.has(news.key)) return;
    if (news.type === 'edited') this.#merge(news.draft);
    else this.#endElsewhere(news);
  }

  #merge(theirs: KeptDraft): void {
    // Whoever writes with an input method would lose the word that is under way.
    this.#later = this.#isComposing ? theirs : undefined;
    if (this.#isComposing || this.#ended.has(theirs.key)) return;
    const mine = this.#draft;
    const merged = isWorthKeeping(mine) ? mergeDrafts(mine, theirs) : theirs;
    const names = differingFields(merged, mine);
    this.#draft = merged;
    const { form, state, definition } = this.#options;
    if (names.length || merged.key !== mine.key) {
      const { values, leftovers } = fitDraft(merged, definition());
      this.leftovers = leftovers;
      state.key = merged.key;
      keepCaret(form, () => {
        for (const name of names) if (name in values) state.write(name, values[name]);
        form.requestUpdate();
      });
      this.#act(() => form.dispatchEvent(new CaseChangedEvent(form.draft, names)));
      this.#say({ type: 'changedElsewhere' });
    }
    const arrived = merged.files.filter(({ attachment }) => attachment);
    void this.#files.restore(arrived, this.#fileStore);
    this.#isKept = true;
    if (merged.key !== theirs.key || differingFields(merged, theirs).length) {
      this.#store();
      this.#tell();
    }
  }

  /** Another tab has sent the draft, or dropped it; files that did not go along are for the next one. */
  #endElsewhere(news: Exclude<News, { type: 'edited' }>): void {
    this.#ended.add(news.key);
    if (news.key !== this.#draft.key) return;
    const isSent = news.type === 'ended';
    const left = isSent ? this.#files.listed.filter(({ id }) => !news.files.includes(id)) : [];
    this.#options.restart();
    void this.#dropStale(news.key);
    this.#files.passOn(left.map(({ attachment: _, ...file }) => file));
    this.#say(
      isSent ? { type: 'sentElsewhere', number: news.number } : { type: 'droppedElsewhere' },
    );
  }

  /** What is left on the device of a draft that has come to its end, or to another name. */
  async #dropStale(key: string, name = this.#name): Promise<void> {
    const { shelf, now = Date.now } = this.#options;
    const draft = await shelf.read(name, 'device', now());
    if (draft?.key === key) await shelf.remove(name, keysOf(draft), ['device']);
  }

  /** Somebody has signed in, or out: nothing of whoever was there before stays. */
  async #changeRequester(): Promise<void> {
    const { form, shelf, restart, now = Date.now } = this.#options;
    const before = this.#requester;
    if (before !== undefined) {
      restart();
      this.#isLoaded = false;
      void shelf.clear(ownerOf(before), now());
    }
    this.restored = undefined;
    this.#requester = form.requester;
    this.isChosen = false;
    await this.load();
  }

  /** Another form in the place of this one has a draft of its own; what both ask stays answered. */
  async #changeForm(): Promise<void> {
    const { state, definition } = this.#options;
    this.restored = undefined;
    this.#files.clear();
    state.key = newKey();
    this.#draft = blankDraft({ key: state.key, form: definition().id }, this.#time);
    await this.load();
  }

  #say(occurrence: Occurrence | undefined): void {
    this.occurrence = occurrence;
    this.#options.changed();
  }

  #act(work: () => void): void {
    this.#isActing = true;
    try {
      work();
    } finally {
      this.#isActing = false;
    }
  }

  #release(): void {
    for (const [name, keeper] of claimed) if (keeper === this) claimed.delete(name);
  }
}
