"use strict";
// Makes each map of the page move: squares on a canvas, with a choice of scenario, measure and desk.
for (const figure of document.querySelectorAll("figure.live")) start(figure);

function start(figure) {
  const data = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const { squares, borders, measures, scenarios, words } = data;
  const language = document.documentElement.lang;
  const canvas = figure.querySelector("canvas");
  const readout = figure.querySelector(".readout");
  const legend = figure.querySelector(".legend");
  const chosen = figure.querySelector(".chosen");
  const select = Object.fromEntries([...figure.querySelectorAll("select")].map((one) => [one.dataset.is, one]));
  const brush = canvas.getContext("2d");
  const state = { scenario: data.chosen, measure: 0, desk: -1, scale: 1, x: 0, y: 0, hover: -1 };

  const values = scenarios.map((scenario, number) =>
    scenario.values.map((own, measure) => {
      if (number === 0) return own;
      const all = scenarios[0].values[measure].slice();
      for (let at = 0; at < own.length; at += 2) all[own[at]] = own[at + 1];
      return all;
    }));
  const found = new Map();
  const key = (x, y) => Math.floor(x / squares.side) + ":" + Math.floor(y / squares.side);
  squares.x.forEach((x, at) => found.set(key(x, squares.y[at]), at));
  const classOf = (measure, value) => {
    const at = measures[measure].classes.findIndex((one) => one.limit === null || value <= one.limit);
    if (value >= 0) return at;
    return measures[measure].blank ? -1 : measures[measure].classes.length - 1;
  };

  // What is shown at first: everything the study is about.
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  const extend = (x, y) => {
    bounds[0] = Math.min(bounds[0], x); bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x); bounds[3] = Math.max(bounds[3], y);
  };
  for (const border of borders) if (border.inside) for (const ring of border.rings) for (let at = 0; at < ring.length; at += 2) extend(ring[at], ring[at + 1]);
  if (bounds[0] > bounds[2]) squares.x.forEach((x, at) => extend(x, squares.y[at]));

  let width = 1, height = 1, ratio = 1, fitted = 1;
  const whole = () => {
    const [left, bottom, right, top] = bounds;
    fitted = Math.min((width - 24) / Math.max(1, right - left), (height - 24) / Math.max(1, top - bottom));
    state.scale = fitted; state.x = (left + right) / 2; state.y = (bottom + top) / 2;
  };
  const toScreen = (x, y) => [width / 2 + (x - state.x) * state.scale, height / 2 - (y - state.y) * state.scale];
  const toGround = (x, y) => [(x - width / 2) / state.scale + state.x, (height / 2 - y) / state.scale + state.y];

  const outline = (border) => {
    for (const ring of border.rings) {
      for (let at = 0; at < ring.length; at += 2) {
        const [x, y] = toScreen(ring[at], ring[at + 1]);
        if (at === 0) brush.moveTo(x, y); else brush.lineTo(x, y);
      }
      brush.closePath();
    }
  };
  const around = "#b4bcc3";
  const draw = () => {
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    brush.fillStyle = "#eceff1";
    brush.fillRect(0, 0, width, height);
    brush.fillStyle = "#ffffff";
    brush.beginPath();
    borders.filter((one) => one.inside).forEach(outline);
    brush.fill("evenodd");
    const side = Math.max(1.5, squares.side * state.scale);
    const now = values[state.scenario][state.measure];
    const groups = new Map();
    for (let at = 0; at < squares.x.length; at++) {
      const [x, y] = toScreen(squares.x[at], squares.y[at]);
      if (x < -side || y < -side || x > width + side || y > height + side) continue;
      const own = classOf(state.measure, now[at]);
      if (squares.place[at] >= 0 && own < 0) continue;
      const colour = squares.place[at] < 0 ? around : measures[state.measure].classes[own].colour;
      if (!groups.has(colour)) groups.set(colour, []);
      groups.get(colour).push(x - side / 2, y - side / 2);
    }
    for (const [colour, places] of groups) {
      brush.fillStyle = colour;
      // Around the study there are stripes: on grey paper nobody takes them for a class.
      const high = colour === around && side >= 2 ? side / 2 : side + .3;
      for (let at = 0; at < places.length; at += 2) brush.fillRect(places[at], places[at + 1], side + .3, high);
    }
    brush.strokeStyle = "#17212b";
    for (const inside of [false, true]) {
      brush.lineWidth = inside ? 1.4 : .5;
      brush.beginPath();
      borders.filter((one) => one.inside === inside).forEach(outline);
      brush.stroke();
    }
    if (state.hover >= 0) {
      const [x, y] = toScreen(squares.x[state.hover], squares.y[state.hover]);
      brush.lineWidth = 2;
      brush.strokeRect(x - side / 2, y - side / 2, side, side);
    }
    brush.font = "13px system-ui, sans-serif";
    brush.textAlign = "center";
    const free = [];
    scenarios[state.scenario].desks.forEach((desk, at) => mark(desk, at === state.desk));
    scenarios[state.scenario].desks.forEach((desk, at) => name(desk, at === state.desk, free));
  };
  const mark = (desk, strong) => {
    const [x, y] = toScreen(desk.x, desk.y);
    const size = strong ? 10 : 7;
    brush.beginPath();
    if (desk.fate === 1) { brush.moveTo(x, y - size); brush.lineTo(x + size, y); brush.lineTo(x, y + size); brush.lineTo(x - size, y); brush.closePath(); }
    else if (desk.fate === 3) { brush.moveTo(x, y - size); brush.lineTo(x + size, y + size - 1); brush.lineTo(x - size, y + size - 1); brush.closePath(); }
    else brush.arc(x, y, desk.fate === 4 ? size - 2 : size - 1, 0, 7);
    // A ring is outside the study.
    const hollow = { 2: "#17212b", 4: "#0b5394" }[desk.fate];
    brush.fillStyle = hollow ? "#ffffff" : "#0b5394";
    brush.strokeStyle = hollow ?? "#ffffff";
    brush.lineWidth = desk.fate === 4 ? 2.5 : 2;
    brush.fill(); brush.stroke();
    if (desk.fate === 2) {
      brush.beginPath(); brush.moveTo(x - 5, y - 5); brush.lineTo(x + 5, y + 5); brush.moveTo(x + 5, y - 5); brush.lineTo(x - 5, y + 5); brush.stroke();
    }
  };
  const name = (desk, strong, taken) => {
    if (!strong && state.scale < fitted * 1.8) return;
    const [x, y] = toScreen(desk.x, desk.y);
    const half = brush.measureText(desk.name).width / 2;
    const box = [x - half, y - 26, x + half, y - 9];
    if (!strong && taken.some((one) => box[0] < one[2] && box[2] > one[0] && box[1] < one[3] && box[3] > one[1])) return;
    taken.push(box);
    brush.strokeStyle = "#ffffff"; brush.lineWidth = 4; brush.strokeText(desk.name, x, y - 13);
    brush.fillStyle = "#17212b"; brush.fillText(desk.name, x, y - 13);
  };

  const number = (value, decimals) => value.toLocaleString(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const say = (text) => { readout.textContent = text; };
  const aboutSquare = (at) => {
    const measure = measures[state.measure];
    const value = values[state.scenario][state.measure][at];
    const people = squares.residents[at];
    const shown = value < 0 ? measure.unknown : number(value * measure.factor, measure.decimals) + measure.unit;
    const where = squares.place[at] < 0 ? words.outside : squares.names[squares.place[at]];
    return `${where}: ${number(people, 0)} ${words.residents[people === 1 ? 0 : 1]}` + (squares.place[at] < 0 ? "" : `; ${measure.name}: ${shown}`);
  };
  const nearDesk = (x, y) => scenarios[state.scenario].desks.findIndex((desk) => {
    const [left, top] = toScreen(desk.x, desk.y);
    return Math.hypot(left - x, top - y) < 10;
  });

  const showLegend = () => {
    legend.replaceChildren();
    if (measures[state.measure].heading) {
      const heading = document.createElement("li");
      heading.append(measures[state.measure].heading + ":");
      legend.append(heading);
    }
    for (const one of measures[state.measure].classes) {
      const item = document.createElement("li");
      const swatch = document.createElement("span");
      swatch.style.background = one.colour;
      item.append(swatch, one.label);
      legend.append(item);
    }
    const shapes = ['<circle cx="10" cy="10" r="6"/>', '<path d="M10 2l8 8-8 8-8-8z"/>', '<g fill="#fff" stroke="#17212b" stroke-width="2"><circle cx="10" cy="10" r="6"/><path d="M6 6l8 8M14 6l-8 8"/></g>', '<path d="M10 3l8 14H2z"/>', '<circle cx="10" cy="10" r="5" fill="#fff" stroke="#0b5394" stroke-width="2.5"/>'];
    words.fates.forEach((fate, kind) => {
      if (!scenarios[state.scenario].desks.some((desk) => desk.fate === kind)) return;
      const item = document.createElement("li");
      item.innerHTML = `<svg viewBox="0 0 20 20" aria-hidden="true" fill="#0b5394">${shapes[kind]}</svg>`;
      item.append(fate);
      legend.append(item);
    });
  };
  const showFigures = () => {
    const table = document.createElement("table");
    const row = (cells, tag) => {
      const line = document.createElement("tr");
      cells.forEach((cell, at) => {
        const one = document.createElement(tag === "th" || at === 0 ? (cell === "" ? "td" : "th") : "td");
        if (one.tagName === "TH") one.scope = tag === "th" ? "col" : "row";
        if (at > 0) one.className = "number";
        one.textContent = cell;
        line.append(one);
      });
      return line;
    };
    const head = document.createElement("thead"), body = document.createElement("tbody");
    const other = state.scenario > 0;
    head.append(row(["", words.today].concat(other ? [scenarios[state.scenario].name] : []), "th"));
    data.figures.forEach((figure, at) => body.append(row([figure, scenarios[0].figures[at]].concat(other ? [scenarios[state.scenario].figures[at]] : []), "td")));
    table.append(head, body);
    chosen.replaceChildren(table);
  };
  const listDesks = () => {
    const first = select.desk.options[0];
    select.desk.replaceChildren(first);
    scenarios[state.scenario].desks
      .map((desk, at) => [desk.name, at]).sort((one, other) => one[0].localeCompare(other[0], language))
      .forEach(([text, at]) => select.desk.append(new Option(text, at)));
    state.desk = -1;
  };
  const refresh = () => { showLegend(); showFigures(); draw(); };

  select.scenario.addEventListener("change", () => { state.scenario = Number(select.scenario.value); listDesks(); say(words.hint); refresh(); });
  select.measure.addEventListener("change", () => { state.measure = Number(select.measure.value); refresh(); });
  select.desk.addEventListener("change", () => {
    state.desk = select.desk.value === "" ? -1 : Number(select.desk.value);
    const desk = scenarios[state.scenario].desks[state.desk];
    if (desk) { state.x = desk.x; state.y = desk.y; state.scale = Math.max(state.scale, fitted * 3); say(`${desk.name}: ${desk.about}`); } else { whole(); say(words.hint); }
    draw();
  });
  const zoom = (factor, x = width / 2, y = height / 2) => {
    const [east, north] = toGround(x, y);
    state.scale = Math.min(Math.max(state.scale * factor, fitted * .7), Math.max(fitted * 40, 1));
    state.x = east - (x - width / 2) / state.scale;
    state.y = north + (y - height / 2) / state.scale;
  };
  const step = { in: () => zoom(1.5), out: () => zoom(1 / 1.5), left: () => { state.x -= width / 5 / state.scale; }, right: () => { state.x += width / 5 / state.scale; },
    up: () => { state.y += height / 5 / state.scale; }, down: () => { state.y -= height / 5 / state.scale; }, whole };
  for (const button of figure.querySelectorAll("button[data-move]")) button.addEventListener("click", () => { step[button.dataset.move](); draw(); });
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== select.scenario && !figure.contains(document.activeElement)) return;
    event.preventDefault();
    const frame = canvas.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 400), event.clientX - frame.left, event.clientY - frame.top);
    draw();
  }, { passive: false });
  let dragged = null;
  canvas.addEventListener("pointerdown", (event) => { dragged = [event.clientX, event.clientY]; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener("pointerup", () => { dragged = null; });
  canvas.addEventListener("pointercancel", () => { dragged = null; });
  canvas.addEventListener("dblclick", (event) => { const frame = canvas.getBoundingClientRect(); zoom(2, event.clientX - frame.left, event.clientY - frame.top); draw(); });
  canvas.addEventListener("pointermove", (event) => {
    const frame = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    if (dragged) {
      state.x -= (event.clientX - dragged[0]) / state.scale;
      state.y += (event.clientY - dragged[1]) / state.scale;
      dragged = [event.clientX, event.clientY];
      draw();
      return;
    }
    const desk = nearDesk(x, y);
    const [east, north] = toGround(x, y);
    const at = found.get(key(east, north)) ?? -1;
    if (desk >= 0) { const one = scenarios[state.scenario].desks[desk]; say(`${one.name}: ${one.about}`); }
    else if (at >= 0) say(aboutSquare(at));
    if (at !== state.hover) { state.hover = at; draw(); }
  });

  const fit = () => {
    const moved = state.scale !== fitted;
    ratio = window.devicePixelRatio || 1;
    width = canvas.clientWidth; height = canvas.clientHeight;
    if (width === 0 || height === 0) return;
    canvas.width = Math.round(width * ratio); canvas.height = Math.round(height * ratio);
    if (!moved) whole();
    draw();
  };
  for (const part of figure.querySelectorAll("[hidden]")) part.hidden = false;
  figure.classList.add("moves-now");
  listDesks();
  state.scale = fitted;
  fit();
  refresh();
  new ResizeObserver(fit).observe(canvas);
}
