/** What a server was asked. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server: what it answers, or that it is out of reach, or silent after a part of the body. */
export type Serve = (
  asked: Asked,
) => Answer | 'unreachable' | undefined | Promise<Answer | 'unreachable' | undefined>;

/** Stands for the browser's own requests. */
export function requests(serve: Serve): typeof XMLHttpRequest {
  return class {
    status = 0;
    responseText = '';
    withCredentials = false;
    onloadend: (() => void) | undefined;
    readonly upload: { onprogress?: (progress: { loaded: number; total: number }) => void } = {};
    readonly headers: Record<string, string> = {};
    readonly answered: Record<string, string> = {};
    method = '';
    url = '';
    isOver = false;

    open(method: string, url: string) {
      Object.assign(this, { method, url });
    }

    setRequestHeader(name: string, value: string) {
      this.headers[name] = value;
    }

    getResponseHeader(name: string) {
      return this.answered[name] ?? null;
    }

    send(body: unknown) {
      void this.serve(body);
    }

    async serve(body: unknown) {
      const { method, url, headers } = this;
      const size = body instanceof Blob ? body.size : 100;
      const answer = await serve({ method, url, headers, body });
      if (!answer || this.isOver) return;
      for (const loaded of [0, size / 2, size]) this.upload.onprogress?.({ loaded, total: size });
      if (answer !== 'unreachable') {
        this.status = answer.status;
        this.responseText =
          typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
        Object.assign(this.answered, answer.headers);
      }
      this.end();
    }

    abort() {
      if (this.isOver) return;
      this.status = 0;
      this.end();
    }

    end() {
      this.isOver = true;
      this.onloadend?.();
    }
  } as unknown as typeof XMLHttpRequest;
}
