import { type Leftover, fitDraft } from '../core/drafts/fit-draft.js';
import {
  blankDraft,
  changedDraft,
  isWorthKeeping,
  keptFields,
  storable,
  timeAfter,
  withoutFields,
} from '../core/drafts/kept-draft.js';
import { differingFields, mergeDrafts } from '../core/drafts/merge-drafts.js';
import { CaseChangedEvent, type CaseSubmittedEvent } from '../events/case-events.js';
import type { KeptDraft, KeptField, Sending } from '../schema/kept-draft.js';
import { newKey } from '../core/key.js';
import { keepCaret } from './caret-keeper.js';
import type { Occurrence } from './draft-notices.js';
import { DraftScope } from './draft-scope.js';
import { type DraftShelf, keysOf } from './draft-shelf.js';
import { DraftTabs, type News } from './draft-tabs.js';
import { DraftTurn } from './draft-turn.js';
import { KeptFiles } from './kept-files.js';
import type { FormParts } from './kept-form.js';

export interface DraftKeeperOptions extends FormParts {
  readonly shelf: DraftShelf;
  /** Takes out of an answer what must not be stored. */
  readonly mask: (field: KeptField) => KeptField;
  /** There is something else to say. */
  readonly changed: () => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A draft that was begun before its writer was known, under the name that it is kept under. */
interface DraftOfStranger {
  readonly name: string;
  readonly draft: KeptDraft;
}

/** The drafts that a form of this page has, so that no second one keeps under the same name. */
const claimed = new Map<string, DraftKeeper>();

/** Keeps a draft while it is written, gives it back, and shares it with the other tabs it is open in. */
export class DraftKeeper {
  /** When the draft was last changed that was given back. */
  restored: Date | undefined;
  occurrence: Occurrence | undefined;
  leftovers: readonly Leftover[] = [];
  readonly #scope: DraftScope;
  readonly #options: DraftKeeperOptions;
  readonly #files: KeptFiles;
  readonly #tabs = new DraftTabs((news) => this.#hear(news));
  readonly #turn = new DraftTurn();
  /** The keys of drafts that have come to an end. */
  readonly #ended = new Set<string>();
  /** Drafts of forms that this one has taken the place of, by name; they come to an end with it. */
  readonly #left = new Map<string, KeptDraft>();
  #draft: KeptDraft;
  #isLoaded = false;
  #loads = 0;
  /** An edit from elsewhere that waits until a word is composed. */
  #later: KeptDraft | undefined;
  #isComposing = false;
  /** What happens to the form is done by this, and not by the person. */
  #isActing = false;

  constructor(options: DraftKeeperOptions) {
    const { form, fileSources, shelf, now = Date.now } = options;
    this.#options = options;
    this.#scope = new DraftScope(form, now);
    this.#draft = this.#blank();
    this.#files = new KeptFiles(fileSources, () => shelf.missFiles());
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
    const isOpen = this.#scope.isStranger && this.#scope.limit === 'device';
    const isOver = this.#ended.has(this.#draft.key);
    return isOpen && this.#isLoaded && !isOver && isWorthKeeping(this.#draft);
  }

  /** Whether the person, who is not known, wants the draft on the device. */
  get isChosen(): boolean {
    return this.#scope.isChosen;
  }

  /** Takes up what is kept. Resolves when the form has it. */
  async load(): Promise<void> {
    const scope = this.#scope;
    const { shelf } = this.#options;
    const { now } = scope.time;
    if (!this.#loads) {
      scope.take();
      this.#draft = this.#blank();
    }
    this.#loads += 1;
    const load = this.#loads;
    const name = this.#name;
    this.#isLoaded = false;
    if (scope.limit === 'off' || (claimed.get(name) ?? this) !== this) return;
    this.#release();
    claimed.set(name, this);
    this.#tabs.open();
    shelf.sweep(now);
    const [device, tab, before] = await Promise.all([
      scope.limit === 'device' ? shelf.read(name, 'device', now) : undefined,
      shelf.read(name, 'tab', now),
      scope.isStranger ? undefined : this.#beforeSignIn(),
    ]);
    if (load !== this.#loads || claimed.get(name) !== this) return;
    scope.isChosen = scope.isStranger && !!device;
    const found = [device, tab, before?.draft].filter((one) => one !== undefined);
    await this.#takeUp(found.length ? found.reduce(mergeDrafts) : undefined, before);
    this.#options.changed();
  }

  /** The form has been drawn: it may belong to somebody else by now, or hold another draft. */
  check(): void {
    const { state, definition } = this.#options;
    if (!this.#loads) return;
    if (this.#scope.isOver) void this.#changeRequester();
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
    // Another draft has taken its place, perhaps somebody else's, and it went with that.
    if (key !== this.#draft.key) {
      this.#turn.leave(key);
      return;
    }
    if (this.#isShared) {
      this.#tabs.tell({ type: 'ended', name: this.#name, key, number: receipt.number, files });
    }
    const { shelf } = this.#options;
    const left = [...this.#left].map(([name, other]) => shelf.remove(name, keysOf(other)));
    this.#left.clear();
    await Promise.all([this.#drop(this.#draft), ...left]);
    this.#turn.leave(key);
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
    const { shelf, restart } = this.#options;
    const { owner, time } = this.#scope;
    restart();
    await shelf.clear(owner, time.now);
  }

  /**
   * Resolves when nobody else does anything with this draft that must happen once. If it has come to its
   * end here by then, the form begins anew; of an end in another tab it has heard, and begun anew already.
   */
  async takeTurn(): Promise<void> {
    const { state, restart } = this.#options;
    const { key } = state;
    await this.#turn.take(key, () => this.#say({ type: 'beingSent' }));
    if (this.occurrence?.type === 'beingSent') this.#say(undefined);
    const isOver = state.key !== key && !this.#ended.has(key);
    if (isOver && !state.isDirty && !this.#files.listed.length) restart();
  }

  /** The draft is not sent any more. */
  leaveTurn(): void {
    this.#turn.leave();
  }

  /** The person wants the draft on the device, or no longer. */
  choose(isChosen: boolean): void {
    this.#scope.isChosen = isChosen;
    const { shelf } = this.#options;
    if (isChosen) this.#tabs.open();
    else void shelf.remove(this.#name, keysOf(this.#draft), ['device']);
    this.#files.clear();
    this.#noteFiles();
    this.#options.changed();
  }

  dismissLeftovers(): void {
    this.#draft = withoutFields(this.#draft, this.leftovers);
    this.leftovers = [];
    this.#write([]);
    this.#options.changed();
  }

  /** What another tab has done meanwhile, in a page that has slept. */
  async catchUp(): Promise<void> {
    if (!this.#isShared) return;
    const name = this.#name;
    const draft = await this.#options.shelf.read(name, 'device', this.#scope.time.now);
    if (draft && name === this.#name) this.#merge(draft);
  }

  /** The form is in no page any more; what it sends still goes on its way, and keeps its turn. */
  leave(): void {
    this.#tabs.close();
    this.#release();
  }

  /** Whether other tabs have the same draft. */
  get #isShared(): boolean {
    return this.#isLoaded && this.#scope.places.includes('device');
  }

  get #fileStore() {
    return this.#options.shelf.filesOf(this.#scope.places[0]);
  }

  get #name(): string {
    return this.#scope.nameOf(this.#draft.form);
  }

  #blank(): KeptDraft {
    const { state, definition } = this.#options;
    return blankDraft({ key: state.key, form: definition().id }, this.#scope.time);
  }

  /** Gives the form what was kept, below what has been written since; files follow when they have been read. */
  async #takeUp(kept: KeptDraft | undefined, before: DraftOfStranger | undefined): Promise<void> {
    const { state, shelf } = this.#options;
    const isOurs = kept && !this.#ended.has(kept.key);
    const { now } = this.#scope.time;
    const written = this.#written(isOurs ? timeAfter(kept, now) : now);
    // A form that was only moved has it all.
    const isNews = isOurs && differingFields(kept, { ...kept, fields: written }).length > 0;
    if (isOurs) {
      const key = state.isGiven ? state.key : kept.key;
      const fields = { ...kept.fields, ...written };
      this.#draft = { ...kept, key, fields };
      if (isNews || key !== state.key) this.#give(Object.keys(fields));
    } else this.#draft = { ...this.#blank(), fields: written };
    state.isGiven = false;
    this.#isLoaded = true;
    // Files may have come before the draft had.
    const isEarly = this.#files.listed.length > 0;
    if (!isOurs && isEarly) this.#noteFiles();
    else this.#write([]);
    if (!isOurs) return;
    const stores = before ? [shelf.filesOf('tab'), shelf.filesOf('device')] : [this.#fileStore];
    const isStill = await this.#files.restore(kept.files, stores);
    if (isStill && isEarly) this.#noteFiles();
    if (isStill && (isNews || kept.files.length)) this.restored = new Date(kept.changed);
    if (!before) return;
    // What a stranger wrote is theirs who has signed in.
    void shelf.remove(before.name, keysOf(before.draft), ['tab']);
    void this.#dropStale(before.draft.key, before.name);
    if (!isStill) return;
    this.#files.clear();
    this.#noteFiles();
  }

  /** What was written in this tab before its writer was known, perhaps in a form for everybody. */
  async #beforeSignIn(): Promise<DraftOfStranger | undefined> {
    const { form, shelf } = this.#options;
    const { form: id } = this.#draft;
    const others = form.forms.map(({ definition }) => definition.id);
    for (const one of new Set([id, ...others])) {
      const name = this.#scope.nameOfStranger(one);
      const draft = await shelf.read(name, 'tab', this.#scope.time.now);
      if (draft) return { name, draft: { ...draft, form: id } };
    }
    return undefined;
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
    const { time } = this.#scope;
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
    void shelf.write(this.#name, kept, this.#scope.places);
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
    this.#draft = changedDraft(this.#draft, { files }, this.#scope.time);
    this.#write([]);
  }

  /** The form holds another draft than before: a new one, or one that the page has given it. */
  #beginAnew(): void {
    const { state, changed } = this.#options;
    const old = this.#draft;
    const isOver = this.#ended.has(old.key);
    const isDropped = !Object.keys(state.written).length && !isOver;
    if (isDropped && this.#isShared) {
      this.#tabs.tell({ type: 'dropped', name: this.#name, key: old.key });
    }
    if (isDropped) void this.#drop(old);
    this.#turn.leave();
    this.#files.clear();
    this.restored = undefined;
    this.occurrence = undefined;
    this.leftovers = [];
    if (isDropped || isOver) this.#scope.isChosen = false;
    this.#draft = { ...this.#blank(), fields: this.#written(this.#scope.time.now) };
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
    void this.#files.restore(arrived, [this.#fileStore]);
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
    this.#files.passOn(left);
    this.#say(
      isSent ? { type: 'sentElsewhere', number: news.number } : { type: 'droppedElsewhere' },
    );
  }

  /** What is left on the device of a draft that has come to its end, or to another name. */
  async #dropStale(key: string, name = this.#name): Promise<void> {
    const { shelf } = this.#options;
    const draft = await shelf.read(name, 'device', this.#scope.time.now);
    if (draft?.key === key) await shelf.remove(name, keysOf(draft), ['device']);
  }

  /** Somebody has signed in, or out: nothing of whoever was there before stays. */
  async #changeRequester(): Promise<void> {
    const { shelf, restart } = this.#options;
    const { owner, time, isStranger } = this.#scope;
    if (!isStranger) {
      restart();
      this.#draft = this.#blank();
      this.#isLoaded = false;
      void shelf.clear(owner, time.now);
    }
    this.restored = undefined;
    this.#scope.take();
    this.#scope.isChosen = false;
    await this.load();
  }

  /** Another form in the place of this one has a draft of its own; what both ask stays answered. */
  async #changeForm(): Promise<void> {
    this.restored = undefined;
    this.#files.clear();
    this.#left.set(this.#name, this.#draft);
    this.#options.state.key = newKey();
    this.#draft = this.#blank();
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
