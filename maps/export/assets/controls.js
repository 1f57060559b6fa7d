"use strict";
/* What stands around the map: show all, show none, words for buttons, Escape. */
hemrunda.button = function (text, act) {
  const made = hemrunda.element("button", "", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
};

hemrunda.finish = function (map, control, rounds, texts, offices) {
  offices.forEach((office) => hemrunda.office(office).addTo(map));
  L.control.zoom({ zoomInTitle: texts.zoom_in, zoomOutTitle: texts.zoom_out }).addTo(map);
  map.attributionControl.setPrefix(false);
  hemrunda.credit(map, texts.attribution);
  hemrunda.dressControl(map, control, rounds, texts);
  map.getContainer().setAttribute("role", "region");
  map.getContainer().setAttribute("aria-label", texts.map);
  const far = () => map.getContainer().classList.toggle("far", map.getZoom() < 13.5);
  map.on("zoomend", far);
  far();
  map.on("popupopen", (event) => hemrunda.dressPopup(event.popup, texts));
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
  });
};

hemrunda.credit = function (map, text) {
  const link = hemrunda.element("a", "", text);
  link.href = "https://www.openstreetmap.org/copyright";
  link.rel = "noreferrer noopener";
  link.target = "_blank";
  map.attributionControl.addAttribution(link.outerHTML);
};

hemrunda.dressControl = function (map, control, rounds, texts) {
  const box = control.getContainer();
  const toggle = box.querySelector(".leaflet-control-layers-toggle");
  toggle.title = texts.rounds;
  toggle.textContent = texts.rounds;
  const row = hemrunda.element("div", "all-or-none", "");
  row.append(
    hemrunda.button(texts.show_all, () => rounds.forEach((round) => round.addTo(map))),
    hemrunda.button(texts.show_none, () => rounds.forEach((round) => round.remove())),
  );
  box.querySelector(".leaflet-control-layers-list").prepend(row);
  if (control.options.collapsed) hemrunda.fold(control, box, toggle, row.firstChild);
};

/* On a narrow screen the control opens on a click or a key only: under a finger or a pointer that
   merely passes, it would open and swallow the click. */
hemrunda.fold = function (control, box, toggle, first) {
  L.DomEvent.off(box, { mouseenter: control._expandSafely, mouseleave: control.collapse }, control);
  toggle.addEventListener("click", () => first.focus());
  box.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target === toggle) toggle.click();
    else if (event.key === "Escape") control.collapse();
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") toggle.focus();
  });
};

/* A popup opened by keyboard takes the focus, and gives it back when it closes. */
hemrunda.dressPopup = function (popup, texts) {
  const before = document.activeElement;
  const close = popup.getElement().querySelector(".leaflet-popup-close-button");
  close.setAttribute("aria-label", texts.close);
  if (!before || !before.matches(".marker:focus-visible")) return;
  const box = popup.getElement().querySelector(".leaflet-popup-content");
  box.tabIndex = -1;
  box.focus();
  popup.once("remove", () => before.focus());
};
