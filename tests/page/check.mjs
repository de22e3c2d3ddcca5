// Opens an advice in a browser and holds it to what a reader may expect. Says everything that is wrong, one line each, and ends with 1 then.
//
// node check.mjs TOOLS BROWSER PAGE.html FOLDER   (pictures of the page are left in FOLDER)
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, executablePath, file, folder] = process.argv.slice(2);
const require = createRequire(join(tools, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const address = pathToFileURL(file).href;
const wrong = [];
const check = (is, what) => { if (!is) wrong.push(what); };

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function open(width, height, options = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  const page = await context.newPage();
  page.on("console", (message) => { if (message.type() === "error") wrong.push(`console: ${message.text()}`); });
  page.on("pageerror", (error) => wrong.push(`error in the page: ${error.message}`));
  page.on("request", (request) => check(request.url() === address || request.url().startsWith("data:"), `a request leaves the file: ${request.url()}`));
  await page.goto(address);
  return page;
}

// How many different colours a canvas shows, and a number that changes with its picture.
const canvas = (page) => page.evaluate(() => {
  const canvas = document.querySelector("figure.live canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Map();
  let hash = 7;
  for (let at = 0; at < data.length; at += 4) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
    hash = (Math.imul(hash, 31) + colour) | 0;
  }
  const area = data.length / 4;
  return { hash, large: [...colours.values()].filter((count) => count > area / 500).length };
});
const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;
// What is told of places all over the map.
const point = async (page) => {
  await page.locator("figure.live canvas").scrollIntoViewIfNeeded();
  const box = await page.locator("figure.live canvas").boundingBox();
  const told = new Set();
  for (let at = 1; at < 100; at++) {
    await page.mouse.move(box.x + box.width * (.2 + .6 * ((at * .618) % 1)), box.y + (box.height * at) / 100);
    told.add(await page.locator(".readout").innerText());
  }
  return told;
};
const chosen = (page) => page.locator("figure.live .chosen").innerText();

for (const [width, height] of [[1280, 900], [390, 844]]) {
  const page = await open(width, height);
  const at = `at ${width} px`;
  await page.screenshot({ path: join(folder, `page-${width}.png`), fullPage: false });
  const layout = await page.evaluate(() => {
    const told = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) told.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);
    const seen = (one) => one.getClientRects().length > 0;
    // Pieces that follow each other do not lie over each other.
    for (const section of document.querySelectorAll("section, figure.live")) {
      const boxes = [...section.children].filter(seen).map((one) => [one, one.getBoundingClientRect()]);
      for (let at = 1; at < boxes.length; at++) {
        const [before, box] = [boxes[at - 1][1], boxes[at][1]];
        if (box.top < before.bottom - 1) told.push(`<${boxes[at][0].tagName}> in ${section.id} lies over the piece before it`);
      }
    }
    // No text is wider than what holds it, unless that can be moved sideways.
    for (const one of document.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, caption, label, button, a")) {
      if (seen(one) && !one.closest(".wide") && !one.classList.contains("skip") && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
        told.push(`text is cut: ${one.textContent.slice(0, 60)}`);
    }
    for (const one of document.querySelectorAll("main img")) if (seen(one) && (!one.complete || one.naturalWidth === 0)) told.push(`no picture: ${one.alt}`);
    const nav = document.querySelector("nav").getBoundingClientRect(), main = document.querySelector("main").getBoundingClientRect();
    if (nav.right > main.left + 1 && nav.bottom > main.top + 1) told.push("the contents lie over the text");
    return told;
  });
  layout.forEach((one) => wrong.push(`${at}: ${one}`));
  const shown = await canvas(page);
  check(shown.large >= 4, `${at}: the map is empty (${shown.large} colours)`);

  await page.addScriptTag({ content: axe });
  const faults = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  for (const fault of faults.violations.filter((one) => ["serious", "critical"].includes(one.impact)))
    wrong.push(`${at}: axe: ${fault.id}: ${fault.help} (${fault.nodes[0].target})`);

  await page.locator("figure.live").scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(folder, `map-${width}.png`) });
  await page.context().close();
}

{
  // A choice changes map and table, and what is pointed at is told.
  const page = await open(1280, 900);
  const scenario = page.locator('select[data-is="scenario"]'), measure = page.locator('select[data-is="measure"]');
  const readout = page.locator(".readout");
  const number = await scenario.locator("option").count();
  const first = await scenario.inputValue();
  for (let other = 0; other < number; other++) {
    if (String(other) === first) continue;
    const before = [(await canvas(page)).hash, await chosen(page)];
    await scenario.selectOption(String(other));
    const after = [(await canvas(page)).hash, await chosen(page)];
    check(before[1] !== after[1], `scenario ${other} does not change the table`);
    check(before[0] !== after[0] || number > 2, `scenario ${other} does not change the map`);
  }
  // Every measure has a map and a legend of its own, and squares that are pointed at are told by it.
  const measures = await measure.locator("option").allInnerTexts();
  const maps = new Set(), legends = new Set();
  for (const [other, name] of measures.entries()) {
    await measure.selectOption(String(other));
    const shown = await canvas(page);
    check(shown.large >= 4, `measure ${other} has an empty map (${shown.large} colours)`);
    maps.add(shown.hash);
    legends.add(await page.locator(".legend").innerText());
    const told = await point(page);
    check([...told].some((one) => one.includes(`; ${name}: `) && /\d/.test(one.split(`; ${name}: `)[1])), `measure ${other} is not told of a square`);
  }
  check(maps.size === measures.length && legends.size === measures.length, `${measures.length} measures have ${maps.size} maps and ${legends.size} legends`);
  await measure.selectOption("0");
  // Each kind of desk that is on the map has a mark of its own in the legend.
  const marks = await page.locator(".legend svg").evaluateAll((all) => all.map((one) => one.innerHTML));
  const kinds = await page.evaluate(() => {
    const data = JSON.parse(document.querySelector('figure.live script[type="application/json"]').textContent);
    return new Set(data.scenarios[document.querySelector('select[data-is="scenario"]').value].desks.map((desk) => desk.fate)).size;
  });
  check(marks.length === kinds && new Set(marks).size === kinds, `${kinds} kinds of desk have ${new Set(marks).size} marks`);
  const desk = page.locator('select[data-is="desk"]');
  const hint = await readout.innerText();
  await desk.selectOption({ index: 1 });
  check((await readout.innerText()) !== hint, "a desk that is chosen is not told");
  await page.locator('button[data-move="whole"]').click();
  const told = await point(page);
  check(told.size >= 6, "squares that are pointed at are not told");

  // Keyboard: Tab comes to every control, in the order of the page, and a button works by Enter.
  await page.reload();
  const controls = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, select, [tabindex='0']")].filter((one) => one.getClientRects().length > 0);
    all.forEach((one, at) => { one.dataset.place = at; });
    return all.length;
  });
  const reached = [];
  for (let at = 0; at < controls + 5 && reached.length < controls; at++) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(() => document.activeElement.dataset?.place ?? null);
    if (place !== null) reached.push(Number(place));
  }
  check(reached.length === controls, `Tab reaches ${reached.length} of ${controls} controls`);
  const back = reached.findIndex((place, at) => at > 0 && place <= reached[at - 1]);
  check(back < 0, `Tab goes back at ${back}: ${reached.slice(Math.max(0, back - 2), back + 2)}`);
  const before = (await canvas(page)).hash;
  await page.locator('button[data-move="in"]').focus();
  await page.keyboard.press("Enter");
  check((await canvas(page)).hash !== before, "a button does not work by the keyboard");
  await page.context().close();
}

{
  // Without JavaScript there is a picture.
  const page = await open(1280, 900, { javaScriptEnabled: false });
  check(await page.locator("figure.live .still img").isVisible(), "without JavaScript the map has no picture");
  check(!(await page.locator("figure.live .controls").isVisible()), "without JavaScript there are controls that do nothing");
  await page.context().close();
}

{
  // On paper: the answer is one page of A4 with a map whose letters can be read, each municipality but the first begins on a page of its own,
  // nothing that can only be clicked is there.
  const page = await open(673, 990);
  await page.emulateMedia({ media: "print" });
  check(!(await page.locator("figure.live .controls").isVisible()) && (await page.locator("figure.live .still img").isVisible()), "on paper the map is no picture");
  const [wide, paper] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  check(wide <= paper, `on paper something is ${wide} pixels wide, so that all of a page of ${paper} is made smaller`);
  // Letters of the legend are 15 units of a picture 1000 wide; a point is 4/3 pixel.
  const letters = await page.evaluate(() => {
    const picture = document.querySelector("figure.live .still img"), box = picture.getBoundingClientRect();
    return 15 * Math.min(box.width / picture.naturalWidth, box.height / picture.naturalHeight) * .75;
  });
  check(letters >= 5.4, `on paper the letters of the map are ${letters.toFixed(1)} points`);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  writeFileSync(join(folder, "page.pdf"), pdf);
  const count = sheets(pdf);
  // Whatever the letters, the sheets are those of the parts that begin one: each part, from such a section to the next, printed by itself.
  const parts = await page.evaluate(() => {
    let part = -1;
    for (const section of document.querySelectorAll("main > section")) {
      if (part < 0 || section.classList.contains("page")) part += 1;
      section.dataset.part = part;
    }
    return part + 1;
  });
  let sum = 0;
  for (let part = 0; part < parts; part += 1) {
    const last = part === parts - 1;
    const style = await page.addStyleTag({ content: `main > section:not([data-part="${part}"])${part > 0 ? ", main > :not(section), body > header" : ""}${last ? "" : ", footer"} { display: none !important }` });
    sum += sheets(await page.pdf({ preferCSSPageSize: true }));
    await style.evaluate((one) => one.remove());
  }
  check(parts > 1 && sum === count, `${count} pages in print, and ${sum} of its ${parts} parts one by one`);
  await page.addStyleTag({ content: "main section:not(:first-child), footer { display: none !important }" });
  const answer = await page.pdf({ preferCSSPageSize: true });
  writeFileSync(join(folder, "answer.pdf"), answer);
  check(sheets(answer) === 1, `the answer takes ${sheets(answer)} pages`);
  await page.context().close();
}

{
  // The opening page has sentences of fewer than twenty words.
  const page = await open(1280, 900);
  const texts = await page.evaluate(() => [...document.querySelector("main section").querySelectorAll("p:not(.readout), li:not(.legend li), dd")].map((one) => one.textContent));
  for (const sentence of texts.flatMap((text) => text.split(/(?<=[.?!])\s+(?=\S)/)))
    check(sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length < 20, `a sentence of twenty words or more: ${sentence}`);
  await page.context().close();
}

await browser.close();
for (const one of wrong) console.log(one);
process.exit(wrong.length > 0 ? 1 : 0);
