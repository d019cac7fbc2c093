"use strict";
// Sort the table of students by a column, and show the rows that hold what is typed.
const table = document.querySelector("#students table");
if (table) {
  const body = table.tBodies[0], rows = [...body.rows];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const said = document.querySelector("#shown");
  const find = document.querySelector("#find"), state = document.querySelector("#state");
  const filter = () => {
    const wanted = find.value.trim().toLowerCase();
    let count = 0;
    rows.forEach((row, n) => {
      const states = row.dataset.state.split(", ");
      row.hidden = !texts[n].includes(wanted) || (state.value && !states.includes(state.value));
      count += !row.hidden;
    });
    said.textContent = `${count} of ${rows.length} students`;
  };
  find.addEventListener("input", filter);
  state.addEventListener("change", filter);
  const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent;
  table.querySelectorAll("thead button").forEach((button) => {
    button.addEventListener("click", () => {
      const head = button.closest("th"), column = head.cellIndex;
      const down = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("[aria-sort]").forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keys = new Map(rows.map((row) => [row, value(row, column)]));
      const order = new Intl.Collator(undefined, { numeric: true }).compare;
      const number = head.dataset.kind === "number";
      const sorted = [...rows].sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        return (down ? -1 : 1) * (number ? x - y : order(x, y));
      });
      body.append(...sorted);
    });
  });
}
