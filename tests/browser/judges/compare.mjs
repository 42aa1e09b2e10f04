// Whether two pictures show the same. README.md tells the rule and where its numbers come from.

/** A pixel differs when, after a 3 × 3 box blur, a channel differs by more than this of 255. */
export const quarterOfFullScale = 255 / 4;
/** Fewer pixels than this share may differ, on the page and in every window. */
export const allowedShare = 0.005;

/** The side of the windows, about one character of a form's text (11 pt). */
export const windowMillimetres = 4;

/** Means of the 3 × 3 pixels around each pixel, times 9, in RGB; edge pixels are repeated. */
function blurredSums({ width, height, data }) {
  const rows = new Uint16Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const here = y * width + x;
      const left = x > 0 ? here - 1 : here;
      const right = x + 1 < width ? here + 1 : here;
      for (let channel = 0; channel < 3; channel++) {
        rows[here * 3 + channel] =
          data[left * 4 + channel] + data[here * 4 + channel] + data[right * 4 + channel];
      }
    }
  }
  const sums = new Uint16Array(rows.length);
  const stride = width * 3;
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * stride;
    const below = Math.min(height - 1, y + 1) * stride;
    for (let x = 0; x < stride; x++) {
      sums[y * stride + x] = rows[above + x] + rows[y * stride + x] + rows[below + x];
    }
  }
  return sums;
}

/** One byte a pixel, 1 where the pictures differ. */
export function differences(first, second) {
  if (first.width !== second.width || first.height !== second.height) {
    throw new Error(
      `pictures of different sizes: ${first.width} × ${first.height}, ${second.width} × ${second.height}`,
    );
  }
  const a = blurredSums(first);
  const b = blurredSums(second);
  const mask = new Uint8Array(first.width * first.height);
  for (let i = 0; i < a.length; i++) {
    if (Math.abs(a[i] - b[i]) > quarterOfFullScale * 9) mask[Math.floor(i / 3)] = 1;
  }
  return mask;
}

/** A function that counts the ones of a mask inside a box, in constant time. */
function boxCounter(mask, width, height) {
  const sums = new Uint32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += mask[y * width + x];
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
    }
  }
  const at = (x, y) => sums[y * (width + 1) + x];
  return ({ x, y, width: w, height: h }) => at(x + w, y + h) - at(x, y + h) - at(x + w, y) + at(x, y);
}

/** Windows of `side` pixels, each half over the one before, covering the whole picture. */
export function* windows(width, height, side) {
  const starts = (length) => {
    const size = Math.min(side, length);
    const step = Math.max(1, Math.floor(side / 2));
    const list = [];
    for (let start = 0; start + size < length; start += step) list.push(start);
    return [...list, length - size];
  };
  for (const y of starts(height)) {
    for (const x of starts(width)) {
      yield { x, y, width: Math.min(side, width), height: Math.min(side, height) };
    }
  }
}

/**
 * Compares two pictures of equal size: { ok, differing, share, worst, mask }. `worst` is the window
 * with the largest share: { box, differing, share }. Boxes in `regions` (x, y, width, height in
 * pixels) are judged like windows.
 */
export function compare(first, second, { dpi, regions = [] }) {
  const { width, height } = first;
  const windowSide = Math.round((windowMillimetres / 25.4) * dpi);
  const mask = differences(first, second);
  const count = boxCounter(mask, width, height);
  const differing = count({ x: 0, y: 0, width, height });
  const share = differing / (width * height);
  let worst = { box: { x: 0, y: 0, width, height }, differing, share };
  for (const box of [...windows(width, height, windowSide), ...regions.map((box) => inside(box, first))]) {
    const found = count(box);
    const part = found / (box.width * box.height);
    if (part > worst.share) worst = { box, differing: found, share: part };
  }
  return { ok: worst.share < allowedShare, differing, share, worst, mask };
}

function inside(box, picture) {
  const clamp = (value, most) => Math.min(Math.max(0, value), most);
  const x = clamp(Math.floor(box.x), picture.width - 1);
  const y = clamp(Math.floor(box.y), picture.height - 1);
  const right = clamp(Math.ceil(box.x + box.width), picture.width);
  const bottom = clamp(Math.ceil(box.y + box.height), picture.height);
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}

/** The first picture, the second, and both faded with the differing pixels in red, side by side. */
export function sideBySide(first, second, { mask, worst }) {
  const { width, height } = first;
  const data = new Uint8Array(width * 3 * height * 4).fill(255);
  const put = (x, y, colour) => data.set([...colour, 255], (y * width * 3 + x) * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const a = first.data.subarray(i * 4, i * 4 + 3);
      const b = second.data.subarray(i * 4, i * 4 + 3);
      put(x, y, a);
      put(width + x, y, b);
      const faded = a.map((value, channel) => 191 + (value + b[channel]) / 8);
      put(2 * width + x, y, mask[i] ? [220, 0, 0] : faded);
    }
  }
  outline(worst.box, (x, y) => put(2 * width + x, y, [0, 90, 220]));
  return { width: width * 3, height, data };
}

function outline({ x, y, width, height }, put) {
  for (let i = 0; i < width; i++) put(x + i, y), put(x + i, y + height - 1);
  for (let i = 0; i < height; i++) put(x, y + i), put(x + width - 1, y + i);
}

/**
 * The shift (x, y) of at most `reach` pixels by which `second` lies best over `first`. For pictures
 * of one glyph whose places are only known roughly.
 */
export function bestShift(first, second, reach) {
  let best = { x: 0, y: 0, distance: Infinity };
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const found = distance(first, second, { x, y });
      if (found < best.distance) best = { x, y, distance: found };
    }
  }
  return { x: best.x, y: best.y };
}

function distance(first, second, shift) {
  const value = (picture, x, y) =>
    x < 0 || y < 0 || x >= picture.width || y >= picture.height
      ? 255
      : picture.data[(y * picture.width + x) * 4];
  let sum = 0;
  for (let y = 0; y < first.height; y++) {
    for (let x = 0; x < first.width; x++) {
      sum += Math.abs(value(first, x, y) - value(second, x - shift.x, y - shift.y));
    }
  }
  return sum;
}
