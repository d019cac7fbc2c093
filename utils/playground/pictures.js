// The pictures: each takes its figure, the colour of text, and numbers.
const BLUE = "0, 114, 178", ORANGE = "213, 94, 0";

function canvas(figure, height) {
  const board = figure.querySelector("canvas"), scale = window.devicePixelRatio || 1;
  const width = Math.max(board.clientWidth, 60);
  board.style.height = `${height}px`;
  if (board.width !== Math.round(width * scale) || board.height !== Math.round(height * scale)) {
    board.width = Math.round(width * scale);
    board.height = Math.round(height * scale);
  }
  const pen = board.getContext("2d");
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = "11px system-ui, sans-serif";
  return [pen, width, height];
}

function drawMap(figure, ink, frame, shades, points) {
  const [left, right, lower, upper] = frame.box, n = frame.grid;
  const wide = figure.clientWidth;
  const [pen, width, height] = canvas(figure, wide * Math.min(1.1, Math.max(0.75, (upper - lower) / (right - left))));
  const tile = new ImageData(n, n);
  shades.forEach((p, i) => {
    const rgb = (p > 0.5 ? BLUE : ORANGE).split(",").map(Number);
    tile.data.set([...rgb, 12 + 70 * Math.abs(p - 0.5)], 4 * i);
  });
  const small = new OffscreenCanvas(n, n);
  small.getContext("2d").putImageData(tile, 0, 0);
  pen.drawImage(small, 0, 0, width, height);
  pen.strokeStyle = ink;
  pen.lineWidth = 2;
  pen.beginPath();
  const at = (row, column) => shades[row * n + column] - 0.5;
  const place = (row, column) => [(column / (n - 1)) * width, (row / (n - 1)) * height];
  for (let r = 0; r < n - 1; r++) for (let c = 0; c < n - 1; c++) {
    const corners = [[r, c], [r, c + 1], [r + 1, c + 1], [r + 1, c]], cuts = [];
    for (let k = 0; k < 4; k++) {
      const [a, b] = [corners[k], corners[(k + 1) % 4]], [p, q] = [at(...a), at(...b)];
      if (p > 0 === q > 0) continue;
      const t = p / (p - q);
      cuts.push(place(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])));
    }
    for (let k = 0; k + 1 < cuts.length; k += 2) { pen.moveTo(...cuts[k]); pen.lineTo(...cuts[k + 1]); }
  }
  pen.stroke();
  pen.lineWidth = 1.5;
  for (let i = 0; i < points.length; i += 3) {
    const x = ((points[i] - left) / (right - left)) * width, y = ((upper - points[i + 1]) / (upper - lower)) * height;
    pen.beginPath();
    if (points[i + 2]) {
      pen.fillStyle = `rgb(${BLUE})`;
      pen.arc(x, y, 3.4, 0, 7);
      pen.fill();
      pen.strokeStyle = "#fff";
      pen.lineWidth = 0.8;
    } else {
      pen.strokeStyle = `rgb(${ORANGE})`;
      pen.lineWidth = 1.7;
      pen.moveTo(x - 3, y - 3); pen.lineTo(x + 3, y + 3); pen.moveTo(x + 3, y - 3); pen.lineTo(x - 3, y + 3);
    }
    pen.stroke();
    if (i / 3 >= points.length / 3 - frame.added) {  // added by the reader: with a ring
      pen.beginPath();
      pen.strokeStyle = ink;
      pen.lineWidth = 1.2;
      pen.arc(x, y, 7, 0, 7);
      pen.stroke();
    }
  }
}

function drawCosts(figure, ink, history) {
  const [pen, width, height] = canvas(figure, 130), count = history.length / 3;
  const last = Math.max(history[3 * count - 3], 1);
  let top = 0.8;
  for (let i = 0; i < count; i++) top = Math.max(top, Math.min(3, history[3 * i + 1], 9), Math.min(3, history[3 * i + 2]));
  const x = (step) => 34 + ((width - 44) * step) / last, y = (cost) => height - 18 - (height - 26) * Math.min(cost / top, 1.05);
  pen.fillStyle = pen.strokeStyle = ink;
  pen.globalAlpha = 0.75;
  for (const mark of [0, Math.round(top * 5) / 10, Math.round(top * 10) / 10]) {
    pen.fillText(mark.toFixed(1), 8, y(mark) + 4);
    pen.fillRect(34, y(mark), width - 44, 0.4);
  }
  pen.textAlign = "right";
  pen.fillText(`step ${last.toLocaleString("en")}`, width - 8, height - 4);
  pen.textAlign = "left";
  pen.globalAlpha = 1;
  pen.lineWidth = 2;
  for (const [part, colour, dash] of [[1, ORANGE, [5, 3]], [2, BLUE, []]]) {
    pen.strokeStyle = `rgb(${colour})`;
    pen.setLineDash(dash);
    pen.beginPath();
    for (let i = 0; i < count; i++) pen.lineTo(x(history[3 * i]), y(history[3 * i + part]));
    pen.stroke();
  }
  pen.setLineDash([]);
}

const short = (value) => (Math.abs(value) < 1e4 ? value.toFixed(1) : value.toExponential(1));

function drawWeights(figure, ink, weights) {
  const [pen, width, height] = canvas(figure, 110), bins = 33, counts = new Array(bins).fill(0);
  const limit = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1);
  weights.forEach((w) => counts[Math.min(bins - 1, Math.floor(((w / limit + 1) / 2) * bins))]++);
  const most = Math.max(...counts);
  pen.fillStyle = `rgb(${BLUE})`;
  counts.forEach((count, i) => {
    const tall = (Math.sqrt(count / most)) * (height - 32);
    pen.fillRect((i * width) / bins + 0.5, height - 16 - tall, width / bins - 1, tall);
  });
  pen.fillStyle = ink;
  pen.globalAlpha = 0.8;
  pen.fillText(short(-limit), 2, height - 3);
  pen.textAlign = "center";
  pen.fillText("0", width / 2, height - 3);
  pen.textAlign = "right";
  pen.fillText(short(limit), width - 2, height - 3);
  pen.fillText(`tallest bar: ${most} of ${weights.length}`, width - 2, 10);
  pen.textAlign = "left";
  pen.globalAlpha = 1;
}

function drawNetwork(figure, ink, frame, weights, masks) {
  const [pen, width, height] = canvas(figure, 170), layers = frame.layers;
  const x = (layer) => 16 + (layer * (width - 32)) / (layers.length - 1);
  const y = (layer, unit) => height * ((unit + 0.5) / layers[layer]);
  const limit = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0.5);
  const off = (layer, unit) => layer > 0 && layer < 3 && !masks[unit + (layer === 2 ? layers[1] : 0)];
  let place = 0;
  for (let layer = 1; layer < layers.length; layer++)
    for (let to = 0; to < layers[layer]; to++)
      for (let from = 0; from < layers[layer - 1]; from++) {
        const w = weights[place++];
        if (off(layer, to) || off(layer - 1, from)) continue;
        pen.strokeStyle = `rgba(${w > 0 ? BLUE : ORANGE}, ${Math.min(1, 0.08 + Math.abs(w) / limit)})`;
        pen.lineWidth = 0.5 + (2.5 * Math.abs(w)) / limit;
        pen.setLineDash(w > 0 ? [] : [4, 2]);
        pen.beginPath();
        pen.moveTo(x(layer - 1), y(layer - 1, from));
        pen.lineTo(x(layer), y(layer, to));
        pen.stroke();
      }
  pen.setLineDash([]);
  pen.strokeStyle = pen.fillStyle = ink;
  pen.lineWidth = 1.2;
  layers.forEach((units, layer) => {
    const size = Math.min(6, (0.4 * height) / units);
    for (let unit = 0; unit < units; unit++) {
      pen.beginPath();
      pen.arc(x(layer), y(layer, unit), size, 0, 7);
      if (off(layer, unit)) pen.stroke(); else pen.fill();
    }
  });
}
