// Above each table inside .filtered: a field that shows only the rows with all the words typed into it.
for (const part of document.querySelectorAll(".filtered")) {
  const field = document.createElement("input");
  field.type = "search";
  field.className = "filter";
  field.placeholder = field.ariaLabel = part.dataset.filter;
  part.prepend(field);
  const rows = [...part.querySelectorAll("tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
  });
}
