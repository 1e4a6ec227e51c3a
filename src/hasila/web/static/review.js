// Review by keys of one letter, which can be switched off, and the words of a figure taken from a selection.
// Without this everything works as plain forms.
"use strict";

const STORED = "hasila-keys";
const box = document.getElementById("keys-on");

function stored() {
  try { return localStorage.getItem(STORED); } catch { return null; }
}

function areOn() { return stored() !== "off"; }

function show() {
  document.body.classList.toggle("keys-off", !areOn());
  if (box) box.checked = areOn();
}

if (box) {
  box.closest("p").hidden = false;
  box.addEventListener("change", () => {
    try { localStorage.setItem(STORED, box.checked ? "on" : "off"); } catch { /* then for this page only */ }
    show();
  });
}
show();

// The letter that stands on the key in Latin: an Arabic keyboard gives another sign for the same key.
function letter(event) {
  if (event.key.length === 1 && event.key <= "~") return event.key.toLowerCase();
  if (/^Key[A-Z]$/.test(event.code)) return event.code[3].toLowerCase();
  return event.key;
}

function isTyping(target) {
  return target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
}

function step(key) {
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  return document.querySelector(key === forward ? "a[rel=next]" : "a[rel=prev]");
}

function act(target) {
  if (!target) return false;
  if (target.tagName !== "SUMMARY") { target.click(); return true; }
  target.parentElement.open = !target.parentElement.open;
  if (target.parentElement.open) (target.parentElement.querySelector(".fields input") ?? target).focus();
  return true;
}

function pressed(event) {
  const key = letter(event);
  if (key === "ArrowLeft" || key === "ArrowRight") return act(step(key));
  if (key === "w") { document.getElementById("why")?.focus(); return document.getElementById("why") !== null; }
  if (key === "s") return take();
  return /^[a-z?]$/.test(key) && act(document.querySelector(`[data-key="${key}"]`));
}

let sent = false;
document.addEventListener("submit", (event) => {
  if (sent) event.preventDefault(); // a key that is held down decides once
  sent = true;
});
window.addEventListener("pageshow", () => { sent = false; });
document.addEventListener("keydown", (event) => {
  if (!areOn() || event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target)) return;
  if (pressed(event)) event.preventDefault();
});

// Where a selection stands in the text of the report, in code points: what is drawn right to left is told in the order
// of the text all the same, and the marks around words make no difference.
function selected() {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const holder = [...document.querySelectorAll(".selectable")].find((one) => range.intersectsNode(one));
  if (!holder) return null;
  const inside = document.createRange();
  inside.selectNodeContents(holder);
  if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0) inside.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0) inside.setEnd(range.endContainer, range.endOffset);
  const words = inside.toString();
  if (!words.trim()) return null;
  const before = document.createRange();
  before.selectNodeContents(holder);
  before.setEnd(inside.startContainer, inside.startOffset);
  const start = [...before.toString()].length + [...words].length - [...words.trimStart()].length;
  return { field: holder.dataset.field, start, end: start + [...words.trim()].length, words: words.trim() };
}

const button = document.getElementById("take-selection");
let last = null;

function take() {
  const found = selected() ?? last;
  if (!button || !found) return false;
  const field = document.getElementById("slot-span");
  field.closest("details").open = true;
  field.value = `${found.field === "title" ? "title " : ""}${found.start}-${found.end}`;
  field.form.elements.span_words.value = found.words;
  document.querySelector(".quoted q").textContent = found.words;
  field.focus();
  return true;
}

if (button) {
  document.addEventListener("selectionchange", () => {
    const found = selected();
    if (found) last = found;
    button.hidden = last === null;
  });
  button.addEventListener("click", take);
  document.getElementById("slot-span").addEventListener("input", (event) => { event.target.form.elements.span_words.value = ""; });
}
