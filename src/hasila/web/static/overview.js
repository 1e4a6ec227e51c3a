// Draws what the tables and lists of the overview say. Every mark is a link, to where its line in them leads, and has
// its words; there are none in here.
"use strict";

const data = JSON.parse(document.getElementById("drawn")?.textContent ?? "null");
const rtl = document.documentElement.dir === "rtl";
const tip = document.getElementById("tip");

const HEIGHT = 208, TOP = 22, FLOOR = 144, AXIS = 34;
const MAP = { width: 480, height: 400, apart: 17 };
const PATTERNS = new Set(["contested", "derived", "unreconciled"]);

const listed = new Map([...document.querySelectorAll("[data-mark]")].map((link) => [link.dataset.mark, link]));
const lines = (mark) => listed.get(mark.key).dataset.about.split("\n").map((line) => line.trim()).filter(Boolean);

// A link for a mark, with its words for those who hear them.
function links(parent, marks, kind) {
  return parent.selectAll(`a.${kind}`).data(marks, (mark) => mark.key).join("a")
    .attr("class", kind).attr("data-key", (mark) => mark.key)
    .attr("href", (mark) => listed.get(mark.key).getAttribute("href"))
    .attr("aria-label", (mark) => lines(mark).join(", "))
    .attr("tabindex", (_, at) => (at === 0 ? 0 : -1));
}

function sign(parent, state, x, y, size) {
  parent.append("use").attr("class", "sign").attr("href", `#sign-${state}`)
    .attr("x", x - size / 2).attr("y", y - size / 2).attr("width", size).attr("height", size);
}

function drawPanel(svg, panel) {
  const width = svg.node().getBoundingClientRect().width;
  const across = rtl ? [width - AXIS, 0] : [AXIS, width];
  svg.attr("viewBox", `0 0 ${width} ${HEIGHT}`).selectAll("*").remove();

  const top = Math.max(1, ...panel.marks.map((mark) => Math.max(mark.high ?? 0, mark.best ?? 0, mark.low ?? 0)));
  const y = d3.scaleLinear([0, top], [FLOOR, TOP]).nice(4);
  const month = d3.scaleBand(data.months.map((_, at) => at), across).paddingInner(0.18).paddingOuter(0.09);
  const slot = d3.scaleBand(panel.slots.map((_, at) => at), rtl ? [month.bandwidth(), 0] : [0, month.bandwidth()]).padding(0.08);

  drawAxes(svg, y, month, width);
  const thick = Math.min(slot.bandwidth(), 28);
  const middle = (mark) => month(mark.month) + slot(mark.slot) + slot.bandwidth() / 2;
  links(svg, panel.marks, "mark-of-month").each(function (mark) {
    const one = d3.select(this).classed(panel.slots[mark.slot], true);
    const x = middle(mark), end = mark.best === null ? FLOOR : y(mark.best);
    if (mark.best !== null) {
      const bar = one.append("rect").attr("class", `bar ${mark.state}`)
        .attr("x", x - thick / 2).attr("width", thick).attr("y", end).attr("height", Math.max(FLOOR - end, 0.5));
      if (PATTERNS.has(mark.state)) bar.attr("fill", `url(#${mark.state}-${panel.slots[mark.slot]})`);
    }
    const high = mark.high ?? y.domain()[1];
    if (mark.low !== mark.high) {
      const from = y(mark.low ?? 0), to = y(high), arm = thick / 4;
      const cap = mark.high === null ? `M${x - arm} ${to + arm}L${x} ${to}L${x + arm} ${to + arm}` : `M${x - arm} ${to}H${x + arm}`;
      one.append("path").attr("class", "range").attr("d", `M${x} ${from}V${to}M${x - arm} ${from}H${x + arm}${cap}`);
    }
    const above = Math.min(end, mark.low !== mark.high ? y(high) : end) - 6;
    one.append("text").attr("class", "value").attr("x", x).attr("y", above)
      .text(`${mark.inferred ? "≈" : ""}${mark.best ?? "?"}`);
    sign(one, mark.state, x, FLOOR + 10, 10);
    one.append("rect").attr("class", "reach").attr("x", x - slot.step() / 2).attr("width", slot.step())
      .attr("y", above - 12).attr("height", FLOOR + 18 - above + 12);
  });
}

function drawAxes(svg, y, month, width) {
  const side = rtl ? width - AXIS / 2 : AXIS / 2;
  for (const tick of y.ticks(4).filter(Number.isInteger)) {
    svg.append("line").attr("class", tick ? "line" : "base").attr("y1", y(tick)).attr("y2", y(tick))
      .attr("x1", rtl ? 0 : AXIS).attr("x2", rtl ? width - AXIS : width);
    svg.append("text").attr("class", "faint").attr("x", side).attr("y", y(tick) + 4).text(tick);
  }
  data.months.forEach((one, at) => {
    const x = month(at) + month.bandwidth() / 2;
    one.lines.forEach((line, row) => svg.append("text").attr("class", "faint").attr("x", x).attr("y", FLOOR + 32 + row * 13).text(line));
    if (at === 0 || one.year !== data.months[at - 1].year) {
      svg.append("text").attr("class", "year").attr("x", x).attr("y", FLOOR + 32 + one.lines.length * 13).text(one.year);
    }
  });
}

// Marks of one point stand around it, each on the next turn of a spiral.
function spread(marks, project) {
  const held = new Map();
  return marks.map((mark) => {
    const [x, y] = project([mark.lon, mark.lat]);
    const spot = `${Math.round(x / MAP.apart)} ${Math.round(y / MAP.apart)}`;
    const nth = held.get(spot) ?? 0;
    held.set(spot, nth + 1);
    const far = MAP.apart * Math.sqrt(nth), turn = nth * 2.4;
    return { ...mark, x: x + far * Math.cos(turn), y: y + far * Math.sin(turn) };
  });
}

function drawMap(svg) {
  const { areas, marks } = data.map;
  const project = d3.geoMercator().fitExtent([[4, 4], [MAP.width - 4, MAP.height - 4]], areas);
  const path = d3.geoPath(project);
  const names = new Map([...document.querySelectorAll("[data-area]")].map((row) => [row.dataset.area, row.dataset.name]));
  const peopled = new Set(marks.map((mark) => mark.area));
  svg.append("g").attr("aria-hidden", true).selectAll("path").data(areas.features).join("path")
    .attr("class", (one) => `area of-${one.properties.scope.toLowerCase()}`).attr("data-id", (one) => one.properties.id).attr("d", path)
    .classed("peopled", (one) => peopled.has(one.properties.id));
  const spots = spread(marks, project);
  const taken = spots.map((mark) => ({ x: mark.x - 8, y: mark.y - 8, width: 16, height: 16 }));
  const order = [...areas.features].sort((a, b) => peopled.has(b.properties.id) - peopled.has(a.properties.id) || path.area(b) - path.area(a));
  for (const one of order) nameArea(svg, names.get(one.properties.id), path.centroid(one), peopled.has(one.properties.id), taken);
  links(svg, spots, "mark-of-place").each(function (mark) {
    const one = d3.select(this);
    one.append("circle").attr("class", "halo").attr("cx", mark.x).attr("cy", mark.y).attr("r", 8);
    sign(one, mark.state, mark.x, mark.y, 9);
  });
}

// A governorate's name stands where there is room for it: those that figures are of come first.
function nameArea(svg, name, [x, y], peopled, taken) {
  for (const shift of peopled ? [-14, 18, 0, -26, 30] : [3]) {
    const text = svg.append("text").attr("class", "area-name").attr("aria-hidden", true).classed("peopled", peopled).attr("x", x).attr("y", y + shift).text(name);
    const box = text.node().getBBox();
    const free = taken.every((one) => box.x > one.x + one.width || one.x > box.x + box.width || box.y > one.y + one.height || one.y > box.y + box.height);
    if (free && box.x >= 0 && box.x + box.width <= MAP.width) { taken.push(box); return; }
    text.remove();
  }
}

function tell(link) {
  const about = listed.get(link.dataset.key).dataset.about.split("\n").map((line) => line.trim()).filter(Boolean);
  tip.replaceChildren(...about.map((line) => Object.assign(document.createElement("p"), { textContent: line, dir: "auto" })));
  tip.hidden = false;
  const mark = link.getBoundingClientRect(), box = tip.getBoundingClientRect();
  const x = Math.min(Math.max(8, mark.x + mark.width / 2 - box.width / 2), innerWidth - box.width - 8);
  const y = mark.y > box.height + 8 ? mark.y - box.height - 4 : mark.y + mark.height + 4;
  tip.style.left = `${x}px`;
  tip.style.top = `${y}px`;
}

// Each drawing is one stop for the tabulator; the arrows go from mark to mark, the way that people read.
function step(event, svg) {
  const ways = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, ArrowDown: 1, ArrowUp: -1 };
  const marks = [...svg.querySelectorAll("a")];
  const at = marks.indexOf(document.activeElement);
  const next = event.key === "Home" ? 0 : event.key === "End" ? marks.length - 1 : at + (ways[event.key] ?? 0);
  if (at < 0 || next === at || !marks[next]) return;
  event.preventDefault();
  marks[at].setAttribute("tabindex", -1);
  marks[next].setAttribute("tabindex", 0);
  marks[next].focus();
}

function heed(svg) {
  const hide = () => { tip.hidden = true; };
  svg.addEventListener("pointerover", (event) => { const link = event.target.closest("a"); if (link) tell(link); });
  svg.addEventListener("pointerout", hide);
  svg.addEventListener("focusin", (event) => { const link = event.target.closest("a"); if (link) tell(link); });
  svg.addEventListener("focusout", hide);
  svg.addEventListener("keydown", (event) => step(event, svg));
}

if (data) {
  const panels = [...document.querySelectorAll(".plot")];
  const draw = () => panels.forEach((svg) => drawPanel(d3.select(svg), data.panels[svg.dataset.panel]));
  const map = document.querySelector(".map");
  draw();
  drawMap(d3.select(map));
  [...panels, map].forEach(heed);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });
  // on a narrow screen the newest months come first
  for (const svg of panels) svg.parentNode.scrollLeft = rtl ? -svg.parentNode.scrollWidth : svg.parentNode.scrollWidth;
  let wide = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== wide) { wide = innerWidth; draw(); } });
}
