/** What a service worker has and a page has not, as far as it is used; TypeScript's own list excludes the pages'. */
export interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
export interface Client {
  readonly url: string;
  postMessage(message: unknown): void;
}
export interface MessageEventOfClient extends ExtendableEvent {
  readonly data: any;
  readonly source: Client | null;
}
export interface ServiceScope {
  readonly registration: ServiceWorkerRegistration;
  /** This worker itself; some browsers do not tell. */
  readonly serviceWorker?: ServiceWorker;
  readonly navigator: Navigator & { readonly connection?: { readonly saveData?: boolean } };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly Client[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEventOfClient) => void): void;
}
