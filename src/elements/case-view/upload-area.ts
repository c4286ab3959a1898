import { html, type TemplateResult } from 'lit';
import { type CaseUploadMessages, enUpload } from '../../locales/en.js';
import type { FileUploader } from '../../ports/file-uploader.js';
import { CaseUpload } from '../case-upload/case-upload.js';

export interface UploadAreaOptions {
  id: string;
  /** Names what the files will be part of. */
  key: string;
  uploader: FileUploader | undefined;
  messages: Pick<CaseUploadMessages, 'language' | 'direction'> & Partial<CaseUploadMessages>;
  /** Its files are on their way to the case. */
  isBusy: boolean;
  changed: () => void;
}

/** What shows an upload area; it comes with the first case that takes files. */
export type UploadArea = (options: UploadAreaOptions) => TemplateResult;

export function uploadArea(): UploadArea {
  CaseUpload.define();
  return ({ id, key, uploader, messages, isBusy, changed }) =>
    html`<case-upload
      id=${id}
      .key=${key}
      .uploader=${uploader}
      .messages=${hasUpload(messages) ? messages : enUpload}
      .disabled=${isBusy}
      @file-added=${changed}
      @file-uploaded=${changed}
      @file-failed=${changed}
      @file-removed=${changed}
      @file-described=${changed}
    ></case-upload>`;
}

const hasUpload = (messages: UploadAreaOptions['messages']): messages is CaseUploadMessages =>
  messages.upload !== undefined;
