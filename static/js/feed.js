// Follows the events of one run: each once, in order, however often the connection dies; the end is proved.

import { get, post } from "./api.js";
import { Sha256 } from "./sha256.js";

const SILENCE_MS = 45_000;
const PATIENCE_MS = [500, 1_000, 2_000, 5_000, 10_000];
// A browser opens six connections to a server: tabs that nobody looks at must not keep them from the others.
const UNSEEN_MS = 60_000;

export class Feed {
  #runId;
  #tell;
  #source = null;
  #last = 0;
  #digest = new Sha256();
  #timer = 0;
  #tries = 0;
  #closed = false;
  #unseen = 0;
  #isResting = document.hidden;

  /** `tell` gets {event}, {status}, {connection: "open" | "lost" | "refused", message?} and {end: {events, verified}}. */
  constructor(runId, tell) {
    this.#runId = runId;
    this.#tell = tell;
    document.addEventListener("visibilitychange", this.#looked);
    if (!this.#isResting) this.#open();
  }

  close() {
    this.#closed = true;
    document.removeEventListener("visibilitychange", this.#looked);
    this.#halt();
  }

  #halt() {
    clearTimeout(this.#unseen);
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #looked = () => {
    clearTimeout(this.#unseen);
    if (document.hidden) this.#unseen = setTimeout(() => { this.#isResting = true; this.#halt(); }, UNSEEN_MS);
    else if (this.#isResting) {
      this.#isResting = false;
      this.#open();
    }
  };

  async #open(after = this.#last) {
    let url;
    try {
      ({ url } = await post(`/v1/runs/${this.#runId}/stream-token`));
    } catch (refusal) {
      if ([401, 403, 404].includes(refusal.status)) {
        this.close();
        this.#tell({ connection: "refused", message: refusal.message });
      } else this.#again();
      return;
    }
    if (this.#closed || this.#isResting) return;
    const source = new EventSource(after ? `${url}&last_event_id=${after}` : url);
    this.#source = source;
    const heard = (take) => (message) => {
      if (source !== this.#source || this.#closed) return;
      this.#watch();
      take(message.data);
    };
    source.addEventListener("status", heard((data) => { this.#tries = 0; this.#tell({ connection: "open" }); this.#tell({ status: JSON.parse(data).status }); }));
    source.addEventListener("assist", heard((data) => this.#take(data)));
    source.addEventListener("end", heard((data) => this.#end(JSON.parse(data))));
    source.addEventListener("ping", heard(() => {}));
    source.onerror = () => this.#failed(source);
    this.#watch();
  }

  #take(data) {
    const event = JSON.parse(data);
    if (event.seq <= this.#last) return;
    if (event.seq !== this.#last + 1) {
      this.#reopen();
      return;
    }
    this.#last = event.seq;
    this.#digest.update(`${data}\n`);
    this.#tell({ event });
  }

  #end({ events, digest }) {
    if (this.#last < events) {
      this.#reopen();
      return;
    }
    this.close();
    this.#tell({ end: { events, verified: events === this.#last && digest === `sha256:${this.#digest.hex()}` } });
  }

  #failed(source) {
    if (this.#closed || source !== this.#source) return;
    this.#tell({ connection: "lost" });
    // While it says CONNECTING the browser itself comes back, with the id of the last event.
    if (source.readyState === EventSource.CLOSED) this.#gone();
  }

  /** Closed for good: the token has expired, or the run has ended and only its end was missed. */
  async #gone() {
    this.#source = null;
    try {
      const run = await get(`/v1/runs/${this.#runId}`);
      // At its head a finished run has nothing more to say; one event earlier it says how it ended.
      if (run.status !== "running" && this.#last === run.events.length) this.#again(Math.max(0, this.#last - 1));
      else this.#again();
    } catch {
      this.#again();
    }
  }

  #again(after = this.#last) {
    if (this.#closed || this.#isResting) return;
    const wait = PATIENCE_MS[Math.min(this.#tries++, PATIENCE_MS.length - 1)];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(after), wait * (0.7 + Math.random() * 0.6));
    this.#tell({ connection: "lost" });
  }

  #reopen() {
    this.#source?.close();
    this.#source = null;
    this.#again();
  }

  #watch() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#reopen(), SILENCE_MS);
  }
}
