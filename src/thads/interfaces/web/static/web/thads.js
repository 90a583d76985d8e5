/* Small comforts of the keyboard; every page reads and every form works without this file. */
(() => {
  "use strict";

  const typing = (element) => element.matches("input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable]");

  /* Rows marked data-row-link: j and k walk, Enter opens, g does what is due, v looks at the paper, x ticks; "/"
     finds; "n" presses the page's main act. */
  let here = -1;
  const rows = () => [...document.querySelectorAll("[data-row-link], [data-row]")];

  function walk(step) {
    const all = rows();
    if (!all.length) return false;
    all[here]?.classList.remove("here");
    here = Math.min(Math.max(here + step, 0), all.length - 1);
    all[here].classList.add("here");
    all[here].scrollIntoView({ block: "nearest" });
    all[here].querySelector("a")?.focus({ preventScroll: true });
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return close_all(event);
    if (typing(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "/") {
      const box = document.getElementById("finder");
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    } else if (key === "j") {
      if (walk(1)) event.preventDefault();
    } else if (key === "k") {
      if (walk(-1)) event.preventDefault();
    } else if (key === "n") {
      const act = document.querySelector("[data-main-act]");
      if (act) { event.preventDefault(); act.click(); }
    } else if (row_keys[key]) {
      const part = rows()[here]?.querySelector(row_keys[key]);
      if (part) { event.preventDefault(); part.click(); }
    }
  });
  const row_keys = { g: "[data-row-act]", v: "[data-row-view]", x: "[data-row-tick]" };

  /* Lines that are ticked: one box ticks all of its form, the count and the button follow. */
  const boxes = (form, name) => [...form.querySelectorAll(`input[type="checkbox"][name="${name}"]`)];
  function count_ticks(form) {
    for (const place of form.querySelectorAll("[data-ticked-count]")) {
      place.textContent = boxes(form, place.dataset.tickedCount).filter((box) => box.checked).length;
    }
    for (const button of form.querySelectorAll("[data-needs-tick]")) {
      button.disabled = !boxes(form, button.dataset.needsTick).some((box) => box.checked);
    }
    for (const all of form.querySelectorAll("[data-tick-all]")) {
      const those = boxes(form, all.dataset.tickAll);
      all.checked = those.length > 0 && those.every((box) => box.checked);
    }
  }
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (!form || event.target.type !== "checkbox") return;
    if ("tickAll" in event.target.dataset) {
      for (const box of boxes(form, event.target.dataset.tickAll)) box.checked = event.target.checked;
    }
    count_ticks(form);
  });
  for (const form of document.querySelectorAll("form:has([data-tick-all])")) count_ticks(form);

  /* Open menus close on Escape and on a click elsewhere. */
  function close_all(event) {
    for (const open of document.querySelectorAll("details.drop[open]")) {
      open.open = false;
      if (open.contains(event.target)) open.querySelector("summary").focus();
    }
    const form = event.target.closest?.("[data-act-form]");
    form?.querySelector("[data-close-form]")?.click();
  }
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details.drop[open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
    const act = event.target.closest("[data-print], [data-close-form], [data-add-line], [data-remove-line]");
    if (!act) return;
    if ("print" in act.dataset) window.print();
    if ("closeForm" in act.dataset) { event.preventDefault(); close_form(act); }
    if ("addLine" in act.dataset) { event.preventDefault(); add_line(act); }
    if ("removeLine" in act.dataset) { event.preventDefault(); remove_line(act); }
  });

  function close_form(act) {
    const place = act.closest("[data-act-form]")?.parentElement;
    if (!place) return;
    const opener = document.querySelector(`[data-opens="${act.dataset.closeForm}"]`);
    place.replaceChildren();
    opener?.focus();
  }

  /* Lines of a table of inputs: the template in the page is copied with the next number. */
  function add_line(act) {
    const set = act.closest("[data-lines]");
    const total = set.querySelector("input[name$='TOTAL_FORMS']");
    const copy = set.querySelector("template").content.cloneNode(true);
    for (const part of copy.querySelectorAll("*")) {
      for (const name of ["name", "id", "for", "aria-describedby", "list"]) {
        if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name).replace("__prefix__", total.value));
      }
      if (part.hasAttribute("data-line-no")) part.textContent = Number(total.value) + 1;
    }
    set.querySelector("[data-line-place]").append(copy);
    window.htmx?.process(set.querySelector("[data-line-place]").lastElementChild);
    total.value = Number(total.value) + 1;
    set.querySelector("[data-line-place]").lastElementChild.querySelector("select, input")?.focus();
  }
  function remove_line(act) {
    const line = act.closest("[data-line]");
    const mark = line.querySelector("input[name$='-DELETE']");
    if (mark) mark.value = "on";
    line.hidden = true;
    line.closest("[data-lines]").querySelector("[data-add-line]")?.focus();
  }

  /* Money gets its dots when the field is left; 5/7/24 and 050724 become 05/07/2024. */
  const digits = /^\d{4,}$/;
  document.addEventListener("focusout", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    const value = field.value.trim();
    if ("money" in field.dataset && digits.test(value)) {
      field.value = value.replace(/\B(?=(\d{3})+$)/g, ".");
    }
    if ("day" in field.dataset) field.value = day_of(value);
  });
  function day_of(value) {
    const parts = /^(\d{1,2})[\/.\-](\d{1,2})[\/.\-](\d{2}|\d{4})$/.exec(value) || /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(value);
    if (!parts) return value;
    const year = parts[3].length === 2 ? `20${parts[3]}` : parts[3];
    return `${parts[1].padStart(2, "0")}/${parts[2].padStart(2, "0")}/${year}`;
  }

  /* Names typed among the parties are offered where a duty asks who owes and who receives. */
  document.addEventListener("change", (event) => {
    const names = document.getElementById("party-names");
    if (!names || !/^parties-\d+-name$/.test(event.target.name || "")) return;
    const typed = [...document.querySelectorAll("input[name^='parties-'][name$='-name']")].map((box) => box.value.trim());
    names.replaceChildren(...[...new Set(typed.filter(Boolean))].map((name) => new Option(name, name)));
  });

  /* After htmx has put a form on the page, the first faulty field, else the first field, has the cursor. */
  document.addEventListener("htmx:load", (event) => {
    const place = event.detail.elt;
    if (place === document.body) return;
    const fault = place.querySelector?.("[aria-invalid='true']");
    const first = place.querySelector?.("[data-first]");
    (fault || first)?.focus();
    here = -1;
  });
  document.addEventListener("htmx:responseError", (event) => say_failure(event.detail.xhr.status));
  document.addEventListener("htmx:sendError", () => say_failure(0));
  function say_failure(status) {
    const place = document.getElementById("failure");
    if (!place) return;
    place.querySelector("p").textContent = status === 0
      ? "Không nối được với máy chủ; điều vừa nhập vẫn còn trên trang, hãy thử lại."
      : status === 403 ? "Tài khoản này không được làm việc vừa yêu cầu, hoặc phiên làm việc đã hết; hãy tải lại trang."
      : status === 404 ? "Không tìm thấy hồ sơ này trong phạm vi được giao."
      : "Máy chủ không làm được việc vừa yêu cầu; điều vừa nhập vẫn còn trên trang, hãy thử lại.";
    place.hidden = false;
    place.scrollIntoView({ block: "nearest" });
  }

  /* A page that came back with faults begins at the first of them. */
  document.querySelector("main [aria-invalid='true']")?.focus();

  /* A filter form sends itself when a choice changes. */
  document.addEventListener("change", (event) => {
    if (event.target.closest("[data-auto-submit]") && event.target.matches("select, input[type='checkbox'], input[type='radio']")) {
      event.target.form.requestSubmit();
    }
  });
})();
