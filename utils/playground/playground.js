// Draws what Python computes. One question at a time goes to Python; what comes faster than the
// page can draw is not drawn.
const LAMBDAS = [0, 0.01, 0.03, 0.1, 0.3, 0.7, 1.5, 3, 10, 30];
const RATES = [0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 1, 2];
const SLIDERS = [
  { name: "batch", label: "points in a batch", values: [1, 2, 4, 8, 16, 32, 64, 128, 400] },
  { name: "beta", label: "momentum β", values: [0, 0.5, 0.8, 0.9, 0.95, 0.99] },
  { name: "lam", label: "λ (weight decay)", values: [0, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1] },
  { name: "lambd", label: "λ (L2)", values: LAMBDAS },
  { name: "keep_prob", label: "keep_prob (dropout)", low: 0.2, high: 1, step: 0.02 },
  { name: "rate", label: "learning rate", values: RATES },
  { name: "width", label: "units of layer 1", low: 1, high: 20, step: 1 },
  { name: "noise", label: "share of flukes", low: 0, high: 0.3, step: 0.01 },
  { name: "size", label: "training points", low: 20, high: 400, step: 1 },
];
const CHOICES = [
  { name: "shape", label: "data", options: [["field", "field"], ["rings", "rings"], ["bar and clouds", "bar and clouds"]] },
  { name: "spread", label: "first weights", options: [[0.1, "a tenth of 1/√n"], [1, "1/√n"], [10, "ten times 1/√n"]] },
  { name: "start", label: "first weights", options: [["1/√n", "given: 1/√n"], ["zeros", "mine: zeros"], ["times 10", "mine: times 10"], ["He", "mine: He"]] },
];

function build(el) {
  const slider = ({ name, label, values, low, high, step }) => `<label><span>${label}: <output></output></span>
    <input type="range" data-name="${name}" min="${values ? 0 : low}" max="${values ? values.length - 1 : high}"
    step="${values ? 1 : step}" aria-label="${label}"><small></small></label>`;
  const choice = ({ name, label, options }) => `<label>${label}: <select data-name="${name}">
    ${options.map(([value, text]) => `<option value="${value}">${text}</option>`).join("")}</select></label>`;
  const view = (name, title) => `<figure class="${name}"><figcaption>${title}</figcaption>
    <canvas role="img" aria-label="${title}"></canvas></figure>`;
  el.innerHTML = `<div class="playground">
    <div class="bar" role="group" aria-label="Training">
      <button data-do="play" aria-pressed="false">Play</button>
      <button data-do="step">Step</button>
      <button data-do="restart">Restart</button>
      <label>speed <select data-local="steps"><option value="1">a step a picture</option>
        <option value="10">10 steps</option><option value="0" selected>as fast as it can</option></select></label>
      <button data-do="mistake" aria-pressed="false" hidden></button>
    </div>
    <div class="sliders" role="group" aria-label="Settings">${SLIDERS.map(slider).join("")}</div>
    <div class="bar" role="group" aria-label="Data">${CHOICES.map(choice).join("")}
      <label>a click adds <select data-local="label"><option value="1">ours ○</option>
        <option value="0">theirs ×</option></select></label>
      <button data-do="fluke">Add a fluke</button></div>
    <div class="complaint" role="alert"></div>
    <div class="words" role="status"></div>
    <div class="views">${view("map", "The map: click to add a point")}
      ${view("costs", "Cost: training points (dashed), new points")}
      ${view("weights", "The weights: how many are how large")}
      ${view("network", "The network: hollow units are off in this step")}</div></div>`;
  return el.firstElementChild;
}

const views = new WeakMap();  // how many pages show a model

function render({ model, el }) {
  views.set(model, (views.get(model) || 0) + 1);
  const root = build(el), find = (query) => root.querySelector(query);
  let playing = false, waiting = 0, latest = null, drawing = 0, spoken = 0, once = 0, rest = false;
  let resting = false, complaint = "";  // whether the last question was only for the picture to keep
  const turned = new Map(), commands = [];

  const ask = () => {
    if (waiting || !(playing || once || turned.size || commands.length || rest)) return;
    if (!root.isConnected) { playing = false; return; }
    const steps = once || Number(find('[data-local="steps"]').value);
    const turns = [...turned].map(([name, value]) => ({ what: "turn", name, value }));
    waiting = setTimeout(() => tell("Waiting for the kernel: it is busy, or was restarted. If so, run this cell again."), 4000);
    resting = rest && !playing && !once && !turns.length && !commands.length;
    model.send({ do: [...turns, ...commands.splice(0)], advance: playing || once > 0, steps, rest });
    turned.clear();
    once = 0;
    rest = false;
  };
  const tell = (text) => { if (find(".complaint").textContent !== text) find(".complaint").textContent = text; };
  const play = (on) => {
    rest = playing && !on;
    playing = on;
    const button = find('[data-do="play"]');
    button.textContent = on ? "Stop" : "Play";
    button.setAttribute("aria-pressed", on);
  };
  const numbers = (Kind, view) => new Kind(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));

  const show = () => {
    drawing = 0;
    if (!latest || !root.isConnected) return;
    const [frame, buffers] = latest, ink = getComputedStyle(root).color;
    const points = numbers(Float32Array, buffers[1]), weights = numbers(Float32Array, buffers[2]);
    drawMap(find(".map"), ink, frame, numbers(Float32Array, buffers[0]), points);
    drawCosts(find(".costs"), ink, numbers(Float32Array, buffers[4]));
    drawWeights(find(".weights"), ink, weights);
    drawNetwork(find(".network"), ink, frame, weights, numbers(Uint8Array, buffers[3]));
    root.dataset.iteration = frame.iteration;
    root.dataset.points = points.length / 3;
    root.dataset.drawn = Number(root.dataset.drawn || 0) + 1;
    // A screen reader is told how it goes, but not at every frame.
    if (!playing || performance.now() - spoken > 1000) {
      find(".words").textContent = frame.words;
      spoken = performance.now();
    }
    controls(frame);
  };
  const controls = (frame) => {
    for (const { name, values } of SLIDERS) {
      const input = find(`input[data-name="${name}"]`), label = input.parentElement, value = frame.settings[name];
      const locked = frame.locks[name];
      input.disabled = Boolean(locked);
      label.querySelector("small").textContent = locked || "";
      if (!turned.has(name) && root.getRootNode().activeElement !== input)
        input.value = values ? values.reduce((best, v, i) => (Math.abs(v - value) < Math.abs(values[best] - value) ? i : best), 0) : value;
      if (!turned.has(name)) label.querySelector("output").textContent = +value.toPrecision(3);
    }
    for (const { name } of CHOICES) find(`select[data-name="${name}"]`).value = frame.settings[name];
    for (const { name } of [...SLIDERS, ...CHOICES]) find(`[data-name="${name}"]`).parentElement.hidden = !frame.shown.includes(name);
    for (const option of find('select[data-name="start"]').options) {
      const locked = frame.startLocks[option.value];
      option.disabled = Boolean(locked);
      option.textContent = CHOICES.at(-1).options.find(([value]) => value === option.value)[1] + (locked ? ` (${locked})` : "");
    }
    const button = find('[data-do="mistake"]');
    button.hidden = !frame.mistakes.length;
    button.textContent = `With my mistake (${frame.mistakes.join(", ")})`;
    button.setAttribute("aria-pressed", frame.mistaken);
  };
  const got = (frame, buffers) => {
    clearTimeout(waiting);
    waiting = 0;
    latest = [frame, buffers];
    // What has stopped the training stays to be read.
    if (!resting) complaint = frame.complaint;
    tell(complaint);
    if (frame.complaint && playing) play(false);
    if (!drawing) drawing = requestAnimationFrame(show);
    setTimeout(ask, document.hidden ? 500 : 0);
  };
  const mapped = (event) => {
    if (!latest) return;
    const [left, right, lower, upper] = latest[0].box, area = event.target.getBoundingClientRect();
    const x1 = left + ((event.clientX - area.left) / area.width) * (right - left);
    const x2 = upper - ((event.clientY - area.top) / area.height) * (upper - lower);
    commands.push({ what: "point", x1, x2, label: Number(find('[data-local="label"]').value) });
    ask();
  };
  root.addEventListener("click", (event) => {
    const wish = event.target.dataset.do;
    if (wish === "play") play(!playing);
    else if (wish === "step") { play(false); once = 1; }
    else if (wish === "mistake") commands.push({ what: "mistake", on: event.target.getAttribute("aria-pressed") !== "true" });
    else if (wish) commands.push({ what: wish });
    else if (event.target.closest(".map canvas")) return mapped(event);
    ask();
  });
  root.addEventListener("input", (event) => {
    const name = event.target.dataset.name, slider = SLIDERS.find((each) => each.name === name);
    if (!name) return;
    const raw = event.target.value, choice = CHOICES.find((each) => each.name === name);
    const value = slider ? (slider.values ? slider.values[raw] : Number(raw)) : Number.isNaN(Number(raw)) ? raw : Number(raw);
    turned.set(name, value);
    if (slider && !choice) event.target.parentElement.querySelector("output").textContent = value;
    ask();
  });
  model.on("msg:custom", got);
  const resized = new ResizeObserver(() => { if (latest && !drawing) drawing = requestAnimationFrame(show); });
  resized.observe(root);
  commands.push({ what: "look" });
  setTimeout(ask, 0);
  return () => {
    play(false);
    clearTimeout(waiting);
    cancelAnimationFrame(drawing);
    resized.disconnect();
    model.off("msg:custom", got);
    views.set(model, views.get(model) - 1);
    setTimeout(() => { if (!views.get(model)) model.send({ gone: true }); }, 1000);
  };
}

export default { render };
