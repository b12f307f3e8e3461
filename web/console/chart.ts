/** A chart of bars, one on top of another where there are several of a label. Numbers are counts, or hundredths where `isShare`. */
export interface Chart {
  /** Unlike every other of the page: letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence or two. The numbers are in the table beside it. */
  readonly description: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly isShare?: boolean;
}

/** How four kinds of bar are told apart, without colour: whole, slanted, dotted, hollow. */
const fills = [
  '<rect width="8" height="8" class="chart__ink"/>',
  '<rect width="8" height="8" class="chart__paper"/><path d="M-2,2l4,-4M0,8l8,-8M6,10l4,-4" class="chart__stroke"/>',
  '<rect width="8" height="8" class="chart__paper"/><circle cx="2" cy="2" r="1.5" class="chart__ink"/><circle cx="6" cy="6" r="1.5" class="chart__ink"/>',
  '<rect width="8" height="8" class="chart__paper"/>',
];
const width = 620;
const mostDrawn = 64;
const drawn = new Map<string, string>();

/** The chart as SVG, with its title and description for whoever cannot see it. Nothing in it is loaded, run or styled from inside. The same chart is drawn once. */
export async function chartSvg(chart: Chart): Promise<string> {
  const key = JSON.stringify(chart);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const svg = dressed(chart, await bare(chart));
  const [oldest] = drawn.keys();
  if (drawn.size >= mostDrawn && oldest !== undefined) drawn.delete(oldest);
  drawn.set(key, svg);
  return svg;
}

/** Drawing takes libraries larger than all else: they are loaded with the first chart. */
async function bare({ id, labels, series, isShare }: Chart): Promise<string> {
  const { View, parse } = await import('vega');
  const { compile } = await import('vega-lite');
  const values = series.flatMap(({ name, values: numbers }, order) => labels.map((label, place) => ({ label, place, name, order, number: numbers[place] ?? 0 })));
  const ink = { labelColor: 'currentColor', titleColor: 'currentColor', domainColor: 'currentColor', tickColor: 'currentColor' };
  const { spec } = compile({
    width, height: 220, background: 'transparent', data: { values },
    mark: { type: 'bar', stroke: 'currentColor', strokeWidth: 0.5 },
    encoding: {
      x: { field: 'label', type: 'ordinal', sort: { field: 'place' }, axis: { title: null, labelAngle: 0, labelOverlap: 'greedy', labelLimit: Math.max(90, Math.floor(width / labels.length)) } },
      y: { field: 'number', type: 'quantitative', stack: 'zero', axis: { title: null, tickMinStep: 1, ...(isShare === true && { labelExpr: "datum.label + '%'" }) }, ...(isShare === true && { scale: { domain: [0, 100] } }) },
      color: { field: 'name', type: 'nominal', scale: { domain: series.map(({ name }) => name), range: series.map((_, place) => `url(#${id}-fill-${place % fills.length})`) }, legend: series.length === 1 ? null : { orient: 'top', title: null, symbolType: 'square', symbolSize: 180 } },
      order: { field: 'order' },
    },
    config: { font: 'inherit', view: { stroke: null }, axis: { ...ink, labelFontSize: 13, gridColor: 'currentColor', gridOpacity: 0.15 }, legend: { labelColor: 'currentColor', labelFontSize: 13, labelLimit: 0 } },
  });
  const view = new View(parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** The drawing as one picture: its parts say nothing by themselves. */
function dressed({ id, title, description, series }: Chart, svg: string): string {
  const viewBox = /viewBox="([\d .-]+)"/.exec(svg)?.[1] ?? '0 0 640 300';
  const inside = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replaceAll(/ (?:role|aria-[a-z]+|class|font-family)="[^"]*"/g, '');
  const patterns = series.slice(0, fills.length).map((_, place) => `<pattern id="${id}-fill-${place}" width="8" height="8" patternUnits="userSpaceOnUse">${fills[place] ?? ''}</pattern>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart__picture" viewBox="${viewBox}" role="img" aria-labelledby="${id}-title ${id}-description" focusable="false"><title id="${id}-title">${plain(title)}</title><desc id="${id}-description">${plain(description)}</desc><defs>${patterns}</defs>${inside}</svg>`;
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
