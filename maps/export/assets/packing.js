"use strict";
/* Reads what maps/export/packing.py writes. */
const hemrunda = {};

hemrunda.reader = function (text) {
  const bytes = atob(text);
  let at = 0;
  let lat = 0;
  let lon = 0;
  const number = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes.charCodeAt(at++);
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  const signed = () => {
    const value = number();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  return {
    number,
    more: () => at < bytes.length,
    line: () => {
      const positions = new Array(number());
      for (let i = 0; i < positions.length; i++) {
        lat += signed();
        lon += signed();
        positions[i] = [lat / 1e5, lon / 1e5];
      }
      return positions;
    },
  };
};
