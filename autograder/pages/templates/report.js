"use strict";
// Sort the table of students by a column, and show the rows that hold what is typed.
const table = document.querySelector("#students table");
if (table) {
  const STEP = 100; // rows more, whenever those in sight come to their end: layout takes its time
  const body = table.tBodies[0], scroller = table.parentElement;
  const rows = [...body.rows].map((row) => ({
    row,
    text: row.textContent.toLowerCase(),
    states: row.cells[row.cells.length - 1].textContent.split(", "),
  }));
  const said = document.querySelector("#shown");
  const find = document.querySelector("#find"), state = document.querySelector("#state");
  let room = STEP;
  const show = () => {
    const wanted = find.value.trim().toLowerCase();
    let count = 0;
    rows.forEach((each) => {
      const met = each.text.includes(wanted) && (!state.value || each.states.includes(state.value));
      count += met;
      each.row.hidden = !met || count > room;
    });
    return count;
  };
  const begin = () => {
    room = STEP;
    scroller.scrollTop = 0;
    return show();
  };
  const filter = () => {
    said.textContent = `${begin()} of ${rows.length} students`;
  };
  find.addEventListener("input", filter);
  state.addEventListener("change", filter);
  scroller.addEventListener("scroll", () => {
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    if (room < rows.length && left < scroller.clientHeight) {
      room += STEP;
      show();
    }
  });
  window.addEventListener("beforeprint", () => {
    room = rows.length;
    show();
  });
  // A dash, an empty cell, "none yet": less than any number.
  const amount = (cell) => {
    const found = parseFloat(cell.dataset.value ?? cell.textContent);
    return Number.isNaN(found) ? -1 : found;
  };
  table.querySelectorAll("thead button").forEach((button) => {
    button.addEventListener("click", () => {
      const head = button.closest("th"), column = head.cellIndex;
      const down = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("[aria-sort]").forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const number = head.dataset.kind === "number";
      const key = (cell) => (number ? amount(cell) : cell.textContent);
      const keys = new Map(rows.map((each) => [each, key(each.row.cells[column])]));
      const order = new Intl.Collator(undefined, { numeric: true }).compare;
      rows.sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        return (down ? -1 : 1) * (number ? x - y : order(x, y));
      });
      begin();
      body.append(...rows.map((each) => each.row));
    });
  });
  show();
}
