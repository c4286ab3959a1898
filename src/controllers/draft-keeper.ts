import { type Leftover, fitDraft } from '../core/drafts/fit-draft.js';
import {
  blankDraft,
  changedDraft,
  isWorthKeeping,
  keptFields,
  storable,
  timeAfter,
  withEmptied,
  withoutFields,
} from '../core/drafts/kept-draft.js';
import { differingFields } from '../core/drafts/merge-drafts.js';
import { CaseChangedEvent, type CaseSubmittedEvent } from '../events/case-events.js';
import type { KeptDraft, KeptField, Sending } from '../schema/kept-draft.js';
import { newKey } from '../core/key.js';
import { keepCaret } from './caret-keeper.js';
import { DraftScope } from './draft-scope.js';
import { type DraftShelf, keysOf } from './draft-shelf.js';
import { DraftTurn } from './draft-turn.js';
import { KeptFiles } from './kept-files.js';
import type { FormParts } from './kept-form.js';
import type { Occurrence } from './draft-notices.js';
import { SharedDraft } from './shared-draft.js';

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

/** Keeps the draft of a form while it is written, and gives it back. */
export class DraftKeeper {
  /** When the draft was last changed that was given back. */
  restored: Date | undefined;
  leftovers: readonly Leftover[] = [];
  readonly #scope: DraftScope;
  readonly #options: DraftKeeperOptions;
  readonly #files: KeptFiles;
  readonly #shared: SharedDraft;
  readonly #turn = new DraftTurn();
  /** Drafts of forms that this one has taken the place of, by name; they come to an end with it. */
  readonly #left = new Map<string, KeptDraft>();
  #loads = 0;
  /** What happens to the form is done by this, and not by the person. */
  #isActing = false;

  constructor(options: DraftKeeperOptions) {
    const { form, state, definition, fileSources, shelf, mask, restart, changed } = options;
    const { now = Date.now } = options;
    this.#options = options;
    this.#scope = new DraftScope(form, now);
    this.#files = new KeptFiles(fileSources, () => shelf.missFiles());
    this.#shared = new SharedDraft({
      host: form,
      scope: this.#scope,
      shelf,
      files: this.#files,
      blank: () => blankDraft({ key: state.key, form: definition().id }, this.#scope.time),
      storable: (draft) => storable(draft, definition(), mask),
      give: (names) => this.#giveNews(names),
      bring: (files) => void this.#files.restore(files, [this.#shared.fileStore]),
      restart,
      changed,
    });
    for (const type of [
      'file-added',
      'file-uploaded',
      'file-removed',
      'file-failed',
      'file-described',
    ] as const) {
      form.addEventListener(type, () => this.#shared.noteFiles());
    }
  }

  /** Whether the person may choose to keep the draft on the device. */
  get mayChoose(): boolean {
    const isOpen = this.#scope.isStranger && this.#scope.limit === 'device';
    const { draft } = this.#shared;
    const isOver = this.#shared.hasEnded(draft.key);
    return isOpen && this.#shared.isOpen && !isOver && isWorthKeeping(draft);
  }

  /** Whether the person, who is not known, wants the draft on the device. */
  get isChosen(): boolean {
    return this.#scope.isChosen;
  }

  /** What has happened to the draft elsewhere. */
  get occurrence() {
    return this.#shared.occurrence;
  }

  /** Takes up what is kept. Resolves when the form has it. */
  async load(): Promise<void> {
    const scope = this.#scope;
    const { shelf } = this.#options;
    const { now } = scope.time;
    if (!this.#loads) {
      scope.take();
      this.#shared.begin();
    }
    this.#loads += 1;
    const load = this.#loads;
    const { name } = this.#shared;
    this.#shared.close();
    if (scope.limit === 'off' || (claimed.get(name) ?? this) !== this) return;
    this.#release();
    claimed.set(name, this);
    this.#shared.listen();
    shelf.sweep(now);
    const [device, tab, before] = await Promise.all([
      scope.limit === 'device' ? shelf.read(name, 'device', now) : undefined,
      shelf.read(name, 'tab', now),
      scope.isStranger ? undefined : this.#beforeSignIn(),
    ]);
    if (load !== this.#loads || claimed.get(name) !== this) return;
    scope.isChosen = scope.isStranger && !!device;
    await this.#takeUp(this.#shared.found([device, tab, before?.draft]), before);
    this.#options.changed();
  }

  /** The form has been drawn: it may belong to somebody else by now, or hold another draft. */
  check(): void {
    const { state, definition } = this.#options;
    const { draft, isOpen } = this.#shared;
    if (!this.#loads) return;
    if (this.#scope.isOver) void this.#changeRequester();
    else if (definition().id !== draft.form) void this.#changeForm();
    else if (isOpen && state.key !== draft.key) this.#beginAnew();
  }

  /** The person has changed answers. */
  note(names: readonly string[]): void {
    const { state } = this.#options;
    if (this.#isActing || !this.#shared.isOpen) return;
    if (state.key !== this.#shared.draft.key) this.#beginAnew();
    else if (names.length) this.#edit(names);
  }

  /** The draft has become a case: nothing of it is kept any longer. */
  async end({ draft, receipt }: CaseSubmittedEvent): Promise<void> {
    const { key, attachments } = draft;
    const files = attachments.map(({ id }) => id);
    this.#shared.end(key);
    // Another draft has taken its place, perhaps somebody else's, and it went with that.
    if (key !== this.#shared.draft.key) {
      this.#turn.leave(key);
      return;
    }
    const { name } = this.#shared;
    this.#shared.tell({ type: 'ended', name, key, number: receipt.number, files });
    const { shelf } = this.#options;
    const left = [...this.#left].map(([other, before]) => shelf.remove(other, keysOf(before)));
    this.#left.clear();
    await Promise.all([this.#shared.drop(), ...left]);
    this.#turn.leave(key);
  }

  /** What to do with a draft that was being sent when a page ended. */
  get sending(): Sending | undefined {
    return this.#shared.draft.sending;
  }

  /** The draft is being sent, or is not sent any more: a page that ends meanwhile leaves word of it. */
  markSending(sending: Sending | undefined): void {
    const { draft, isOpen } = this.#shared;
    if (sending !== draft.sending && isOpen) this.#shared.keep({ ...draft, sending });
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
    const isOver = state.key !== key && !this.#shared.hasEnded(key);
    if (isOver && !state.isDirty && !this.#files.listed.length) restart();
  }

  /** The draft is not sent any more. */
  leaveTurn(): void {
    this.#turn.leave();
  }

  /** The person wants the draft on the device, or no longer. */
  choose(isChosen: boolean): void {
    this.#shared.choose(isChosen);
    this.#options.changed();
  }

  dismissLeftovers(): void {
    const { definition } = this.#options;
    const asked = new Set(definition().fields.map(({ name }) => name));
    const others = this.leftovers.filter(({ name }) => !asked.has(name));
    const rest = withoutFields(
      this.#shared.draft,
      this.leftovers.filter(({ name }) => asked.has(name)),
    );
    this.leftovers = [];
    this.#shared.put(withEmptied(rest, others, this.#scope.time));
    this.#options.changed();
  }

  /** What another tab has done meanwhile, in a page that has slept. */
  catchUp(): Promise<void> {
    return this.#shared.catchUp();
  }

  /** The form is in no page any more; what it sends still goes on its way, and keeps its turn. */
  leave(): void {
    this.#shared.leave();
    this.#release();
  }

  /** Gives the form what was kept, below what has been written since; files follow when they have been read. */
  async #takeUp(kept: KeptDraft | undefined, before: DraftOfStranger | undefined): Promise<void> {
    const { state, shelf } = this.#options;
    const { now } = this.#scope.time;
    const written = this.#written(kept ? timeAfter(kept, now) : now);
    // A form that was only moved has it all.
    const isNews = kept && differingFields(kept, { ...kept, fields: written }).length > 0;
    if (kept) {
      const key = state.isGiven ? state.key : kept.key;
      const fields = { ...kept.fields, ...written };
      this.#shared.open({ ...kept, key, fields });
      if (isNews || key !== state.key) this.#give(Object.keys(fields));
    } else {
      this.#shared.begin(written);
      this.#shared.open(this.#shared.draft);
    }
    state.isGiven = false;
    // Files may have come before the draft had.
    const isEarly = this.#files.listed.length > 0;
    if (!kept && isEarly) this.#shared.noteFiles();
    else this.#shared.put(this.#shared.draft);
    if (!kept) return;
    const stores = before
      ? [shelf.filesOf('tab'), shelf.filesOf('device')]
      : [this.#shared.fileStore];
    const isStill = await this.#files.restore(kept.files, stores);
    if (isStill && isEarly) this.#shared.noteFiles();
    if (isStill && (isNews || kept.files.length)) this.restored = new Date(kept.changed);
    if (!before) return;
    // What a stranger wrote is theirs who has signed in.
    void shelf.remove(before.name, keysOf(before.draft), ['tab']);
    void this.#shared.dropStale(before.draft.key, before.name);
    if (!isStill) return;
    this.#files.clear();
    this.#shared.noteFiles();
  }

  /** What was written in this tab before its writer was known, perhaps in a form for everybody. */
  async #beforeSignIn(): Promise<DraftOfStranger | undefined> {
    const { form, shelf } = this.#options;
    const { form: id } = this.#shared.draft;
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
    const { draft } = this.#shared;
    const { key, form: id, solutions } = draft;
    const { values, leftovers } = fitDraft(draft, definition());
    this.leftovers = leftovers;
    state.restore({ key, form: id, values, attachments: [], solutions });
    state.isGiven = false;
    form.requestUpdate();
    this.#tellForm(names);
  }

  /** Puts into the form what another tab has changed, and leaves the person where they write. */
  #giveNews(names: readonly string[]): boolean {
    const { form, state, definition } = this.#options;
    const { draft } = this.#shared;
    const { values, leftovers } = fitDraft(draft, definition());
    this.leftovers = leftovers;
    state.key = draft.key;
    keepCaret(form, () => {
      for (const name of names) if (name in values) state.write(name, values[name]);
      form.requestUpdate();
    });
    this.#tellForm(names);
    return names.length > 0 || draft.files.length > 0;
  }

  #edit(names: readonly string[]): void {
    const { state, definition, form } = this.#options;
    const { draft } = this.#shared;
    const { time } = this.#scope;
    const written = keptFields(state.written, definition(), {
      names,
      at: timeAfter(draft, time.now),
    });
    const fields = { ...draft.fields, ...written };
    const { solutions = [] } = form.draft;
    this.#shared.edit(changedDraft(draft, { fields, solutions, sending: undefined }, time));
  }

  /** The form holds another draft than before: a new one, or one that the page has given it. */
  #beginAnew(): void {
    const { state, changed } = this.#options;
    const { draft: old, name } = this.#shared;
    const isOver = this.#shared.hasEnded(old.key);
    const isDropped = !Object.keys(state.written).length && !isOver;
    if (isDropped) {
      this.#shared.tell({ type: 'dropped', name, key: old.key });
      void this.#shared.drop();
    }
    this.#turn.leave();
    this.#files.clear();
    this.restored = undefined;
    this.leftovers = [];
    if (isDropped || isOver) this.#scope.isChosen = false;
    this.#shared.occurrence = undefined;
    this.#shared.begin(this.#written(this.#scope.time.now));
    this.#shared.put(this.#shared.draft);
    // Another tab may have begun the next draft already.
    if (isOver) void this.catchUp();
    changed();
  }

  /** Somebody has signed in, or out: nothing of whoever was there before stays. */
  async #changeRequester(): Promise<void> {
    const { shelf, restart } = this.#options;
    const { owner, time, isStranger } = this.#scope;
    if (!isStranger) {
      restart();
      this.#shared.begin();
      this.#shared.close();
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
    this.#left.set(this.#shared.name, this.#shared.draft);
    this.#options.state.key = newKey();
    this.#shared.begin();
    await this.load();
  }

  #say(occurrence: Occurrence | undefined): void {
    this.#shared.occurrence = occurrence;
    this.#options.changed();
  }

  /** Tells everybody of changes that the person has not made. */
  #tellForm(names: readonly string[]): void {
    const { form } = this.#options;
    this.#isActing = true;
    try {
      form.dispatchEvent(new CaseChangedEvent(form.draft, names));
    } finally {
      this.#isActing = false;
    }
  }

  #release(): void {
    for (const [name, keeper] of claimed) if (keeper === this) claimed.delete(name);
  }
}
