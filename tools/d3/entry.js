// What the page takes of D3, as one global for a plain script: see README.md beside this file for how it is built.
export { geoMercator, geoPath } from "d3-geo";
export { scaleBand, scaleLinear } from "d3-scale";
export { select } from "d3-selection";
