// What axe does not measure: the size of targets, where the focus is, what moves, what scrolls sideways. Each answer is a
// list of sentences; an empty list is good. Run in the page by looking.py; no page of Spil loads it.
(() => {
  const TARGET = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const SMALLEST = 24; // CSS pixels, WCAG 2.2, 2.5.8
  const BARS = ".topbar, .bottombar, .skip, .notice-float";

  const name = (el) => `<${el.tagName.toLowerCase()} ${el.getAttribute("class") || el.name || ""}> “${(el.textContent || el.value || "").trim().slice(0, 40)}”`;
  const shown = (el) => {
    const box = el.getBoundingClientRect();
    return el.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1 && box.bottom > -scrollY
      && !el.closest(".hidden-visually, [inert]");
  };
  const targets = () => [...document.querySelectorAll(TARGET)].filter(shown);

  // A box to tick is hit by its words too.
  const boxOf = (el) => {
    const boxes = [el, ...(el.labels && el.matches("[type=radio], [type=checkbox]") ? el.labels : [])].map((each) => each.getBoundingClientRect());
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
    const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };
  // The exception for a link in a sentence: what stands beside it on its line sets its height.
  const inSentence = (el) => {
    if (getComputedStyle(el).display !== "inline") return false;
    let block = el.parentElement;
    while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
    return [...block.childNodes].some((node) => !node.contains(el) && /\w{2}/.test(node.textContent)
      && (node.nodeType === Node.TEXT_NODE || getComputedStyle(node).display.startsWith("inline")));
  };
  // The exception for what has room: a circle of 24 px around its middle meets no other target, nor another's circle.
  const hasRoom = (box, others) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return others.every((other) => {
      const small = other.width < SMALLEST || other.height < SMALLEST;
      const away = small
        ? Math.hypot(other.left + other.width / 2 - x, other.top + other.height / 2 - y) - SMALLEST / 2
        : Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
      return away >= SMALLEST / 2 - 0.01;
    });
  };
  const smallTargets = () => {
    const all = targets().map((el) => ({ el, box: boxOf(el) }));
    return all
      .filter(({ el, box }) => (box.width < SMALLEST - 0.01 || box.height < SMALLEST - 0.01) && !inSentence(el))
      .filter(({ el, box }) => !hasRoom(box, all.filter((each) => each.el !== el && !el.contains(each.el)).map((each) => each.box)))
      .map(({ el, box }) => `${name(el)} is ${box.width.toFixed(1)} by ${box.height.toFixed(1)} px, with another close by`);
  };

  // What scrolls sideways: the page, or a box in it that is no table (a table may need both directions).
  const tooWide = () => {
    const page = document.documentElement;
    const over = page.scrollWidth - page.clientWidth;
    const inside = [...document.querySelectorAll("body *")].filter((el) => el.scrollWidth > el.clientWidth + 1
      && /auto|scroll/.test(getComputedStyle(el).overflowX) && !el.matches("textarea") && !el.querySelector("table"));
    return [...(over > 0 ? [`The page is ${over} px too wide`] : []), ...inside.map((el) => `${name(el)} scrolls sideways`)];
  };

  const moving = () => document.getAnimations().filter((each) => each.playState === "running").map((each) => `Something moves: ${name(each.effect.target)}`);

  const hasOutline = (el) => {
    const style = getComputedStyle(el);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/, 0\)$/.test(style.outlineColor);
  };
  // In a drawing a line is the outline: it is another one than before the walk.
  const lines = (el) => [...el.querySelectorAll("*")].map((part) => getComputedStyle(part)).map((style) => `${style.stroke} ${style.strokeWidth}`).join();
  const isRedrawn = (el) => el instanceof SVGElement && drawn.get(el) !== lines(el);
  // Where the focus is now. Null when it left the page, or came back to where it was before.
  let visited = new WeakSet();
  let last = null;
  let drawn = new Map();
  const underBar = (el, box) => {
    const lines = [...el.getClientRects()];
    const points = lines.flatMap((line) => [[line.left + 2, line.top + 2], [line.left + line.width / 2, line.top + line.height / 2], [line.right - 2, line.bottom - 2]]);
    const open = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const covered = open.filter(([x, y]) => {
      const bar = document.elementFromPoint(x, y)?.closest(BARS);
      return bar && !bar.contains(el);
    });
    if (!open.length) return "is outside the window";
    // What is taller than the window cannot be seen whole.
    return covered.length && box.height < innerHeight / 2 ? "lies under a bar" : "";
  };
  const focus = () => {
    const el = document.activeElement;
    if (el === last && el !== document.body) return []; // A date has a stop for its day, its month and its year.
    if (!el || el === document.body || el === document.documentElement || visited.has(el)) return null;
    visited.add(el);
    last = el;
    const faults = [hasOutline(el) || isRedrawn(el) ? "" : "has no visible focus", underBar(el, el.getBoundingClientRect())];
    return faults.filter(Boolean).map((fault) => `${name(el)} ${fault}`);
  };
  // What the keyboard did not come to. Of radio buttons with one name it comes to one.
  const unreached = () => {
    const groups = new Set([...document.querySelectorAll("input[type=radio]")].filter((el) => visited.has(el)).map((el) => el.name));
    return targets()
      .filter((el) => !visited.has(el) && !el.disabled && el.tabIndex >= 0 && !(el.type === "radio" && groups.has(el.name)))
      .map((el) => `${name(el)} is not reached by the keyboard`);
  };
  // From the top once more, for another size of the window.
  const begin = () => {
    visited = new WeakSet();
    last = null;
    document.activeElement?.blur();
    getSelection().collapse(document.body, 0);
    scrollTo(0, 0);
    drawn = new Map([...document.querySelectorAll("svg a")].map((el) => [el, lines(el)]));
    return targets().length;
  };
  window.spilMeasures = { smallTargets, tooWide, moving, focus, unreached, begin };
})();
