/* Draws every element with data-chart from the JSON block it names. Each chart has a table twin on the page,
   so a chart is a picture only: role="img" with a sentence, and each mark opens the cases behind it. */
(() => {
  "use strict";

  const style = getComputedStyle(document.documentElement);
  const colour = (name, fallback) => style.getPropertyValue(name).trim() || fallback;
  const accent = colour("--thads-accent", "#0b5cad");
  const quiet = colour("--thads-quiet", "#5b6b80");
  const late = colour("--thads-late", "#b42318");
  const ink = "#334155";
  const line = "#e2e8f0";
  const font = { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 12, color: ink };

  const vi = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });
  const percent = (value) => `${new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)}%`;
  const written = (spec) => (spec.unit === "percent" ? percent : (value) => vi.format(value));

  const base = {
    animation: false,
    textStyle: font,
    grid: { left: 8, right: 64, top: 28, bottom: 8, containLabel: true },
    tooltip: { trigger: "item", confine: true, textStyle: font, renderMode: "richText" },
  };

  /* Horizontal bars in the order given, a target line across, the own row in the accent colour. */
  function bars(spec) {
    const write = written(spec);
    const rows = [...spec.rows].reverse();
    const longest = Math.max(...rows.map((row) => Number(row.value)), 1);
    return {
      ...base,
      xAxis: { type: "value", splitLine: { lineStyle: { color: line } }, axisLabel: { formatter: (v) => vi.format(v) } },
      yAxis: { type: "category", data: rows.map((row) => row.name), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { width: 130, overflow: "truncate", color: ink } },
      series: [{
        type: "bar",
        barMaxWidth: 18,
        data: rows.map((row) => ({
          value: Number(row.value),
          url: row.url,
          itemStyle: { color: row.below ? quiet : accent, borderRadius: [0, 3, 3, 0] },
          // Inside the bar where it is long enough, so that the line of the target crosses no number.
          label: Number(row.value) > 0.2 * longest ? { position: "insideLeft", color: "#fff" } : {},
        })),
        label: { show: true, position: "right", formatter: (mark) => write(mark.value), color: ink },
        markLine: spec.target === undefined || spec.target === null ? undefined : {
          symbol: "none",
          silent: true,
          lineStyle: { color: late, type: "dashed", width: 1.5 },
          label: { formatter: `${spec.target_label || "Chỉ tiêu"} ${write(Number(spec.target))}`, position: "end", color: late },
          data: [{ xAxis: Number(spec.target) }],
        },
      }],
    };
  }

  /* Cumulative rate month by month against the pace target × n/12. */
  function pace(spec) {
    return {
      ...base,
      grid: { ...base.grid, right: 24 },
      legend: { top: 0, right: 0, textStyle: font },
      tooltip: { ...base.tooltip, trigger: "axis", valueFormatter: (value) => (value === null || value === undefined ? "–" : percent(value)) },
      xAxis: { type: "category", data: spec.labels, boundaryGap: false, axisTick: { show: false } },
      yAxis: { type: "value", splitLine: { lineStyle: { color: line } }, axisLabel: { formatter: (v) => `${vi.format(v)}%` } },
      series: spec.series.map((one, place) => ({
        name: one.name,
        type: "line",
        data: one.values.map((value) => (value === null ? null : Number(value))),
        symbolSize: 6,
        lineStyle: { width: 2, type: one.dashed ? "dashed" : "solid" },
        color: [accent, late, quiet][place % 3],
      })),
    };
  }

  /* Columns for the ageing of the stock. */
  function columns(spec) {
    const write = written(spec);
    return {
      ...base,
      grid: { ...base.grid, right: 8 },
      xAxis: { type: "category", data: spec.rows.map((row) => row.name), axisTick: { show: false }, axisLabel: { interval: 0, width: 90, overflow: "break" } },
      yAxis: { type: "value", splitLine: { lineStyle: { color: line } }, axisLabel: { formatter: (v) => vi.format(v) } },
      series: [{
        type: "bar",
        barMaxWidth: 42,
        data: spec.rows.map((row) => ({ value: Number(row.value), url: row.url, itemStyle: { color: accent, borderRadius: [3, 3, 0, 0] } })),
        label: { show: true, position: "top", formatter: (mark) => write(mark.value), color: ink },
      }],
    };
  }

  const kinds = { bars, pace, columns };

  function draw(element) {
    const block = document.getElementById(element.dataset.chart);
    if (!block || element.dataset.drawn) return;
    const spec = JSON.parse(block.textContent);
    if (spec.rows) element.style.height = spec.kind === "bars" ? `${Math.max(120, spec.rows.length * 26 + 48)}px` : "260px";
    const chart = echarts.init(element, null, { renderer: "svg" });
    chart.setOption(kinds[spec.kind](spec));
    chart.on("click", (mark) => { if (mark.data && mark.data.url) window.location.assign(mark.data.url); });
    element.dataset.drawn = "1";
    new ResizeObserver(() => chart.resize()).observe(element);
  }

  const drawAll = () => document.querySelectorAll("[data-chart]").forEach(draw);
  document.addEventListener("DOMContentLoaded", drawAll);
  document.addEventListener("htmx:afterSettle", drawAll);
})();
