// Puts a sheet on the page and reads its words back. Boxes hug the ink, but reach at least from the baseline to the x-height,
// so that a dash or a row of dots has a box that can be detected. The text of an element with data-apart is a separate word.
async function receipt(html, css) {
  document.getElementById('own').textContent = css;
  document.body.innerHTML = html;
  // document.fonts.ready may be the promise of the sheet before this one, so wait for each font.
  const fonts = new Set([...document.body.querySelectorAll('*')].map(e => getComputedStyle(e)).map(fontOf));
  await Promise.all([...fonts].map(f => document.fonts.load(f)));
  const sheet = fit(document.getElementById('sheet')).getBoundingClientRect();
  const rows = [...document.querySelectorAll('[data-row]')].map(e => e.getBoundingClientRect()).map(b => [b.top, b.bottom]);
  return { words: words(), rows, width: Math.ceil(sheet.width), height: Math.ceil(sheet.height) };
}

// A screen grows, up to data-most pixels, until what would have to be scrolled fits: apps are laid out to fit a phone.
function fit(sheet) {
  const hidden = Math.max(0, ...[...sheet.querySelectorAll('[data-clip]')].map(e => e.scrollHeight - e.clientHeight));
  if (hidden && sheet.dataset.most) sheet.style.height = `${Math.min(sheet.dataset.most, sheet.offsetHeight + hidden)}px`;
  return sheet;
}

const pen = document.createElement('canvas').getContext('2d');

function words() {
  const found = [], range = document.createRange();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last = null;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const style = getComputedStyle(node.parentElement);
    const about = { font: fontOf(style), em: parseFloat(style.fontSize), ...marks(node.parentElement) };
    for (let i = 0; i < node.length; i++) {
      if (/\s/.test(node.data[i])) { last = null; continue; }
      range.setStart(node, i); range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      if (!last || last.part !== about.part || !joins(last, box)) found.push(last = { parts: [], tags: new Set(), clip: about.clip, part: about.part });
      grow(last, node.data[i], box, about);
    }
  }
  return found.map(finish);
}

function fontOf(style) {
  return `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
}

function marks(element) {
  const tags = [];
  let clip = null;
  for (let e = element; e; e = e.parentElement) {
    if (e.dataset.f) tags.push(e.dataset.f);
    if (e.hasAttribute('data-clip') && !clip) clip = e.getBoundingClientRect();
  }
  const apart = element.closest('[data-apart]');
  return { tags, clip, part: apart ? apart.dataset.apart : '' };
}

function joins(word, box) {
  const before = word.parts[word.parts.length - 1];
  return Math.abs(before.top - box.top) < 0.5 * box.height && Math.abs(box.left - before.right) < 0.2 * box.height;
}

function grow(word, letter, box, about) {
  const part = word.parts[word.parts.length - 1];
  about.tags.forEach(t => word.tags.add(t));
  if (part && part.font === about.font) { part.text += letter; part.right = box.right; return; }
  word.parts.push({ text: letter, left: box.left, right: box.right, top: box.top, font: about.font, em: about.em });
}

function finish(word) {
  const inks = word.parts.map(ink), boxes = inks.map(i => i.box);
  return {
    text: word.parts.map(p => p.text).join(''), tags: [...word.tags], part: word.part, em: Math.max(...word.parts.map(p => p.em)), baseline: inks[0].baseline,
    box: [Math.min(...boxes.map(b => b[0])), Math.min(...boxes.map(b => b[1])), Math.max(...boxes.map(b => b[2])), Math.max(...boxes.map(b => b[3]))],
    clip: word.clip && [word.clip.left, word.clip.top, word.clip.right, word.clip.bottom],
  };
}

function ink(part) {
  pen.font = part.font;
  const text = pen.measureText(part.text), low = pen.measureText('x');
  const baseline = part.top + text.fontBoundingBoxAscent;
  const top = baseline - Math.max(text.actualBoundingBoxAscent, low.actualBoundingBoxAscent);
  return { baseline, box: [part.left, top, part.right, baseline + Math.max(text.actualBoundingBoxDescent, 0)] };
}
