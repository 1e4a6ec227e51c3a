// A figure and its words light up together; a report can be dropped onto the form. Without this all pages work too.
"use strict";

const parts = (id) => [...document.querySelectorAll(`[data-of~="${id}"], [data-figure="${id}"]`)];
let held = null;

function light(id, on) {
  for (const part of parts(id)) part.classList.toggle("lit", on);
}

function hold(id) {
  if (held) {
    light(held, false);
    document.querySelector(`[data-light="${held}"]`)?.setAttribute("aria-pressed", "false");
  }
  held = held === id ? null : id;
  if (!held) return;
  light(held, true);
  document.querySelector(`[data-light="${held}"]`)?.setAttribute("aria-pressed", "true");
}

function idOf(target) {
  const part = target instanceof Element ? target.closest("[data-of], [data-figure]") : null;
  return part ? (part.dataset.figure ?? part.dataset.of.split(" ")[0]) : null;
}

document.addEventListener("mouseover", (event) => { const id = idOf(event.target); if (id) light(id, true); });
document.addEventListener("mouseout", (event) => { const id = idOf(event.target); if (id && id !== held) light(id, false); });
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-light]") : null;
  if (button) {
    hold(button.dataset.light);
    if (held) document.querySelector(`[data-of~="${held}"]`)?.scrollIntoView({ block: "nearest" });
    return;
  }
  const words = event.target instanceof Element ? event.target.closest("[data-of]") : null;
  if (words) {
    hold(idOf(words));
    if (held) document.querySelector(`[data-figure="${held}"]`)?.scrollIntoView({ block: "nearest" });
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
