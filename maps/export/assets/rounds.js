"use strict";
/* Rounds: a line with a pale casing, numbered markers, popups; reachable by keyboard. */
hemrunda.element = function (tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

/* Several visits at one address stand around it in a ring, so that each can be chosen. */
hemrunda.ring = function (index, count) {
  if (count < 2) return [0, 0];
  const radius = Math.max(13, (count * 24) / (2 * Math.PI));
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
};

hemrunda.popup = function (stop, round) {
  const box = hemrunda.element("div", "stop", "");
  const head = hemrunda.element("div", "stop-head", "");
  const badge = hemrunda.element("span", "stop-badge " + round.shape, String(stop.number));
  badge.style.background = round.colour;
  head.append(badge, hemrunda.element("strong", "", stop.label));
  box.append(head, hemrunda.element("div", "stop-time", stop.time));
  box.append(hemrunda.element("div", "stop-round", round.name));
  if (stop.detail_lines.length) {
    const list = hemrunda.element("ul", "", "");
    list.append(...stop.detail_lines.map((line) => hemrunda.element("li", "", line)));
    box.append(list);
  }
  return box;
};

hemrunda.Round = L.LayerGroup.extend({
  initialize(round) {
    L.LayerGroup.prototype.initialize.call(this);
    const line = hemrunda.reader(round.line).line();
    const plain = { interactive: false, lineJoin: "round" };
    this._casing = L.polyline(line, { ...plain, color: "#ffffff", weight: 6, opacity: 0.85 });
    this._line = L.polyline(line, {
      ...plain, color: round.colour, weight: 3.5, opacity: 1, dashArray: round.dash || null,
    });
    this.addLayer(this._casing).addLayer(this._line);
    this._markers = round.stops.map((stop) => this._marker(stop, round));
    this._markers.forEach((marker) => this.addLayer(marker));
  },

  _marker(stop, round) {
    const [x, y] = hemrunda.ring(stop.at, stop.of);
    const icon = L.divIcon({
      className: "marker " + round.shape,
      html: hemrunda.element("span", "", String(stop.number)),
      iconSize: [24, 24],
      iconAnchor: [12 - x, 12 - y],
      popupAnchor: [x, y - 10],
    });
    const marker = L.marker([stop.lat, stop.lon], { icon, riseOnHover: true });
    marker.bindPopup(() => hemrunda.popup(stop, round), { maxWidth: 260, minWidth: 150 });
    marker.on("add", () => this._dress(marker, stop, round));
    marker.on("popupopen popupclose", (event) => this._raise(event.type === "popupopen"));
    return marker;
  },

  /* Only the first stop is a tab stop; arrow keys walk the round. */
  _dress(marker, stop, round) {
    const made = marker.getElement();
    const at = this._markers.indexOf(marker);
    made.style.background = round.colour;
    made.tabIndex = at === 0 ? 0 : -1;
    made.setAttribute("aria-label", [stop.number, stop.label, stop.time, round.name].join(", "));
    made.addEventListener("keydown", (event) => this._walk(event, at));
  },

  _walk(event, at) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === " ") this._markers[at].openPopup();
    else if (!step || !this._markers[at + step]) return;
    else this._reach(at, at + step);
    event.preventDefault();
    event.stopPropagation();
  },

  _reach(from, to) {
    this._markers[from].getElement().tabIndex = -1;
    this._markers[to].getElement().tabIndex = 0;
    this._markers[to].getElement().focus();
  },

  _raise(up) {
    this._casing.setStyle({ weight: up ? 11 : 6 });
    this._line.setStyle({ weight: up ? 6 : 3.5 });
    if (up && this._line._map) {
      this._casing.bringToFront();
      this._line.bringToFront();
    }
  },
});

hemrunda.office = function (office) {
  const house = "M3 11 12 3l9 8v10h-6v-6H9v6H3z";
  const icon = L.divIcon({
    className: "marker office",
    html: `<svg viewBox="0 0 24 24" width="18" height="18"><path d="${house}" fill="#fff"/></svg>`,
    iconSize: [28, 28],
    popupAnchor: [0, -12],
  });
  const marker = L.marker([office.lat, office.lon], { icon, zIndexOffset: 1000 });
  marker.bindPopup(() => hemrunda.element("strong", "", office.label), { autoPan: true });
  marker.on("add", () => marker.getElement().setAttribute("aria-label", office.label));
  return marker;
};
