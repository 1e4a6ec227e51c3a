// A figure and its words light up together; a report can be dropped onto the form. Without this all pages work too.
"use strict";

// Several reports on a page have figures of the same names: each lights up within its own.
const within = (element) => element.closest(".report") ?? document;
const parts = (one) => [...one.within.querySelectorAll(`[data-of~="${one.id}"], [data-figure="${one.id}"]`)];
const same = (one, other) => one && other && one.id === other.id && one.within === other.within;
let held = null;

function light(one, on) {
  for (const part of parts(one)) part.classList.toggle("lit", on);
}

function press(one, on) {
  one.within.querySelector(`[data-light="${one.id}"]`)?.setAttribute("aria-pressed", String(on));
}

function hold(one) {
  const before = held;
  if (before) {
    light(before, false);
    press(before, false);
  }
  held = same(before, one) ? null : one;
  if (!held) return;
  light(held, true);
  press(held, true);
}

function show(selector) {
  held?.within.querySelector(selector(held.id))?.scrollIntoView({ block: "nearest" });
}

function oneOf(target) {
  const part = target instanceof Element ? target.closest("[data-of], [data-figure]") : null;
  return part ? { id: part.dataset.figure ?? part.dataset.of.split(" ")[0], within: within(part) } : null;
}

document.addEventListener("mouseover", (event) => { const one = oneOf(event.target); if (one) light(one, true); });
document.addEventListener("mouseout", (event) => { const one = oneOf(event.target); if (one && !same(one, held)) light(one, false); });
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-light]") : null;
  if (button) {
    hold({ id: button.dataset.light, within: within(button) });
    show((id) => `[data-of~="${id}"]`);
    return;
  }
  const words = event.target instanceof Element ? event.target.closest("[data-of]") : null;
  if (words) {
    hold(oneOf(words));
    show((id) => `[data-figure="${id}"]`);
  }
});

for (const area of document.querySelectorAll("[data-drop]")) {
  area.addEventListener("dragover", (event) => { event.preventDefault(); area.classList.add("over"); });
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", (event) => {
    area.classList.remove("over");
    const files = event.dataTransfer?.files;
    if (!files?.length) return;
    event.preventDefault();
    const field = document.getElementById("file");
    field.files = files;
    field.form.requestSubmit();
  });
}
