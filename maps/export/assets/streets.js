"use strict";
/* The base map: streets as Mercator numbers in grid buckets, drawn on one canvas. */
hemrunda.KINDS = ["major", "minor", "path"];

/* Per kind, drawn from the last to the first: least zoom, casing and fill, width by zoom. */
hemrunda.STYLES = {
  major: { from: 0, casing: "#c9a36a", fill: "#f6dfb0", width: (z) => Math.max(1.6, (z - 10) * 1.25) },
  minor: { from: 12, casing: "#c3c7bd", fill: "#ffffff", width: (z) => Math.max(0.9, (z - 11) * 1.05) },
  path: { from: 14, casing: "", fill: "#cdbfa9", width: (z) => Math.max(0.8, (z - 13) * 0.45) },
};

hemrunda.mercator = function (lat, lon) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
};

hemrunda.Streets = L.Renderer.extend({
  CELLS: 1 << 16, /* grid cells across the world: some 300 m at 58 degrees north */

  initialize(packed) {
    L.Renderer.prototype.initialize.call(this, { padding: 0.25, pane: "tilePane" });
    this._cells = new Map();
    this._streets = [];
    const reader = hemrunda.reader(packed);
    while (reader.more()) this._add(hemrunda.KINDS[reader.number()], reader.line());
  },

  _add(kind, line) {
    const street = { kind, xy: new Float64Array(2 * line.length) };
    this._streets.push(street);
    line.forEach(([lat, lon], i) => street.xy.set(hemrunda.mercator(lat, lon), 2 * i));
    for (let i = 0; i < street.xy.length; i += 2) this._put(street, street.xy[i], street.xy[i + 1]);
    for (let i = 2; i < street.xy.length; i += 2) this._putBetween(street, i);
  },

  _put(street, x, y) {
    const key = Math.floor(x * this.CELLS) * this.CELLS + Math.floor(y * this.CELLS);
    const cell = this._cells.get(key);
    if (!cell) this._cells.set(key, [street]);
    else if (cell[cell.length - 1] !== street) cell.push(street);
  },

  _putBetween(street, i) {
    const [x0, y0, x1, y1] = street.xy.subarray(i - 2, i + 2);
    const steps = Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) * this.CELLS);
    for (let k = 1; k < steps; k++) {
      this._put(street, x0 + ((x1 - x0) * k) / steps, y0 + ((y1 - y0) * k) / steps);
    }
  },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.setAttribute("aria-hidden", "true");
    this._pen = this._container.getContext("2d");
  },

  _destroyContainer() {
    this._container.remove();
    delete this._container;
    delete this._pen;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const sharp = window.devicePixelRatio > 1 ? 2 : 1;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._container.width = sharp * size.x;
    this._container.height = sharp * size.y;
    this._container.style.width = size.x + "px";
    this._container.style.height = size.y + "px";
    this._pen.scale(sharp, sharp);
    this._draw();
    this.fire("update");
  },

  _draw() {
    const zoom = this._map.getZoom();
    const world = this._map.options.crs.scale(zoom);
    const corner = this._map.getPixelOrigin().add(this._bounds.min);
    const visible = this._visible(world, corner);
    this._pen.lineCap = this._pen.lineJoin = "round";
    for (const kind of ["path", "minor", "major"]) {
      const style = hemrunda.STYLES[kind];
      if (zoom < style.from) continue;
      this._pen.beginPath();
      for (const street of visible) if (street.kind === kind) this._trace(street.xy, world, corner);
      const width = style.width(zoom);
      if (style.casing && width > 1.5) this._stroke(style.casing, width + 1.4);
      this._stroke(style.casing && width <= 1.5 ? style.casing : style.fill, width);
    }
  },

  _stroke(colour, width) {
    this._pen.strokeStyle = colour;
    this._pen.lineWidth = width;
    this._pen.stroke();
  },

  _visible(world, corner) {
    const size = this._bounds.getSize();
    const cell = (pixel) => Math.floor((pixel / world) * this.CELLS);
    const found = new Set();
    const span = cell(corner.x + size.x) - cell(corner.x);
    if (span > 400) return this._streets;
    for (let x = cell(corner.x); x <= cell(corner.x + size.x); x++) {
      for (let y = cell(corner.y); y <= cell(corner.y + size.y); y++) {
        for (const street of this._cells.get(x * this.CELLS + y) || []) found.add(street);
      }
    }
    return found;
  },

  _trace(xy, world, corner) {
    this._pen.moveTo(xy[0] * world - corner.x, xy[1] * world - corner.y);
    for (let i = 2; i < xy.length; i += 2) {
      this._pen.lineTo(xy[i] * world - corner.x, xy[i + 1] * world - corner.y);
    }
  },
});
