import { html, type TemplateResult } from 'lit';
import type { PictureTool } from '../../core/picture-edits.js';
import type { FileMessages } from '../../locales/en.js';

interface EditorView {
  readonly texts: FileMessages;
  readonly tool: PictureTool;
  /** What is announced. */
  readonly said: string;
  readonly alt: string;
  readonly canUndo: boolean;
  readonly onTool: (tool: PictureTool) => void;
  readonly onUndo: () => void;
  readonly onAlt: (alt: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPointer: (event: PointerEvent) => void;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

const TOOLS: readonly PictureTool[] = ['redact', 'arrow', 'box', 'crop'];

/** What is in the dialog of the editor. */
export function editorTemplate(view: EditorView): TemplateResult {
  const { texts } = view;
  return html`
    <h2 id="editor">${texts.editor}</h2>
    <fieldset>
      <legend>${texts.tools}</legend>
      ${TOOLS.map((tool) => toolTemplate(tool, view))}
      <button part="button" type="button" ?disabled=${!view.canUndo} @click=${view.onUndo}>
        ${texts.undo}
      </button>
    </fieldset>
    <div class="ground">
      <canvas
        id="picture"
        tabindex="0"
        role="application"
        aria-label=${texts.picture}
        aria-describedby="help"
        @keydown=${view.onKey}
        @pointerdown=${view.onPointer}
        @pointermove=${view.onPointer}
        @pointerup=${view.onPointer}
        @pointercancel=${view.onPointer}
      ></canvas>
    </div>
    <p part="hint" id="help">${texts.help}</p>
    <div role="status">${view.said}</div>
    <label for="alt">${texts.alt}</label>
    <textarea
      id="alt"
      rows="2"
      maxlength="1000"
      aria-describedby="alt-help"
      .value=${view.alt}
      @input=${(event: Event) => view.onAlt((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <p part="hint" id="alt-help">${texts.altHelp}</p>
    <div class="foot">
      <button part="button primary" type="button" @click=${view.onDone}>${texts.done}</button>
      <button part="button" type="button" @click=${view.onLeave}>${texts.leave}</button>
    </div>
  `;
}

const toolTemplate = (tool: PictureTool, view: EditorView): TemplateResult =>
  html`<label>
    <input
      type="radio"
      name="tool"
      .checked=${tool === view.tool}
      @change=${() => view.onTool(tool)}
    />
    ${view.texts.tool[tool]}
  </label>`;
