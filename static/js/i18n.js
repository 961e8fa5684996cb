// The words of the page, in the language of the reader.

import en from "./words-en.js";
import { preferences } from "./preferences.js";

export const LANGUAGES = [["en", "English"], ["es", "Español"]];
let words = en;

export function language() {
  const wanted = preferences().language || (navigator.language ?? "en").slice(0, 2);
  return LANGUAGES.some(([code]) => code === wanted) ? wanted : "en";
}

export async function loadWords() {
  words = language() === "es" ? (await import("./words-es.js")).default : en;
  document.documentElement.lang = language();
}

/** A count of one has words of its own where they differ. */
function found(key, given) {
  return (given.count === 1 && words[`${key}.one`]) || (words[key] ?? en[key] ?? key);
}

/** The text of that key with {names} filled in. */
export function t(key, given = {}) {
  const text = found(key, given);
  return text.replace(/\{(\w+)\}/g, (whole, name) => given[name] ?? whole);
}

export const has = (key) => key in en;

/** The same as parts, so that {names} may be elements. */
export function parts(key, given = {}) {
  const text = found(key, given);
  return text.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? given[part] ?? "" : part));
}

export function when(iso) {
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

export function clock(iso) {
  return new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }).format(new Date(iso));
}

export function day(iso) {
  return new Intl.DateTimeFormat(language(), { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(iso));
}

export function ago(iso) {
  const seconds = (new Date(iso) - Date.now()) / 1000;
  const format = new Intl.RelativeTimeFormat(language(), { numeric: "auto" });
  for (const [unit, length] of [["day", 86400], ["hour", 3600], ["minute", 60]]) {
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit);
  }
  return format.format(Math.min(0, Math.round(seconds)), "second");
}

export function duration(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(ms / 1000)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
