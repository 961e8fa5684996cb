// SHA-256 of growing data (FIPS 180-4): crypto.subtle is missing on plain http, and takes all of it at once.

const primes = (count) => {
  const found = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p)) found.push(n);
  return found;
};
const fraction = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0;
const K = Int32Array.from(primes(64), (p) => fraction(Math.cbrt(p)));
const turn = (x, by) => (x >>> by) | (x << (32 - by));

export class Sha256 {
  #state = Int32Array.from(primes(8), (p) => fraction(Math.sqrt(p)));
  #rest = new Uint8Array(0);
  #length = 0;
  #words = new Int32Array(64);

  update(text) {
    const bytes = new TextEncoder().encode(text);
    const all = new Uint8Array(this.#rest.length + bytes.length);
    all.set(this.#rest);
    all.set(bytes, this.#rest.length);
    const whole = all.length - (all.length % 64);
    const view = new DataView(all.buffer);
    for (let at = 0; at < whole; at += 64) this.#block(view, at);
    this.#rest = all.slice(whole);
    this.#length += bytes.length;
    return this;
  }

  hex() {
    const end = new Uint8Array(this.#rest.length < 56 ? 64 : 128);
    end.set(this.#rest);
    end[this.#rest.length] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor((this.#length * 8) / 2 ** 32));
    view.setUint32(end.length - 4, (this.#length * 8) >>> 0);
    for (let at = 0; at < end.length; at += 64) this.#block(view, at);
    return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  #block(view, at) {
    const w = this.#words;
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, last] = this.#state;
    for (let i = 0; i < 64; i++) {
      const one = (last + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [last, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, last].forEach((value, i) => { this.#state[i] += value; });
  }
}
