// Adds an editable chart to a workbook: the drawing parts of ECMA-376 that exceljs does not write.
import JSZip from "jszip";
import { SCHEMES } from "@/lib/exports/xlsx-schemes";

export interface SheetSeries {
  /** Zero-based column of the values; its header is the name. */
  readonly column: number;
  /** RRGGBB. */
  readonly colour: string;
  /** Of a line: its width, its dash and its marker, in the unit and the names of Office. */
  readonly line?: { readonly width: number; readonly dash: string; readonly marker: string | null };
}

export interface SheetChart {
  readonly type: "line" | "bar" | "stacked-bar";
  readonly title: string;
  readonly sheetName: string;
  /** The row of the header, from 1. */
  readonly headerRow: number;
  readonly rows: number;
  /** Zero-based column of days or names. */
  readonly categories: number;
  readonly series: readonly SheetSeries[];
  /** Of the table; the chart is right of it. */
  readonly columns: number;
  /** Whether lines pass over empty cells; by default they do not. */
  readonly blanks?: "gap" | "span";
  /** Of a chart of ranks: the first place is at the top. */
  readonly places?: { readonly first: number; readonly last: number };
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

function letterOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : `${letterOf(Math.floor(column / 26) - 1)}${rest}`;
}

function rangeOf({ sheetName, headerRow, rows }: SheetChart, column: number, isHeader = false): string {
  const name = `$${letterOf(column)}$`;
  const [first, last] = isHeader ? [headerRow, headerRow] : [headerRow + 1, headerRow + rows];
  const cells = first === last ? `${name}${first}` : `${name}${first}:${name}${last}`;
  return escaped(`'${sheetName.replaceAll("'", "''")}'!${cells}`);
}

const MARKER_SIZE = 6;

function lineXml({ width, dash }: NonNullable<SheetSeries["line"]>, fill: string): string {
  return `<a:ln w="${width}">${fill}<a:prstDash val="${dash}"/></a:ln>`;
}

function seriesXml(chart: SheetChart, { column, colour, line: stroke }: SheetSeries, index: number): string {
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  const isLine = chart.type === "line";
  const line = stroke === undefined ? "" : lineXml(stroke, fill);
  const symbol =
    stroke === undefined || stroke.marker === null
      ? '<c:symbol val="none"/>'
      : `<c:symbol val="${stroke.marker}"/><c:size val="${MARKER_SIZE}"/><c:spPr>${fill}</c:spPr>`;
  const days = `<c:numRef><c:f>${rangeOf(chart, chart.categories)}</c:f></c:numRef>`;
  const names = `<c:strRef><c:f>${rangeOf(chart, chart.categories)}</c:f></c:strRef>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${rangeOf(chart, column, true)}</c:f></c:strRef></c:tx><c:spPr>${isLine ? line : `${fill}${thinLine("8C8880")}`}</c:spPr>${isLine ? `<c:marker>${symbol}</c:marker>` : '<c:invertIfNegative val="0"/>'}<c:cat>${isLine ? days : names}</c:cat><c:val><c:numRef><c:f>${rangeOf(chart, column)}</c:f></c:numRef></c:val>${isLine ? '<c:smooth val="0"/>' : ""}</c:ser>`;
}

const thinLine = (colour: string) => `<a:ln w="6350"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln>`;

const SCALING = '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>';
const REVERSED = '<c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>';
const PLACES = ({ first, last }: NonNullable<SheetChart["places"]>) =>
  `<c:scaling><c:orientation val="maxMin"/><c:max val="${last}"/><c:min val="${first}"/></c:scaling><c:delete val="0"/>`;
const VALUES = (place: "l" | "b", scaling = SCALING, unit = "") =>
  `<c:valAx><c:axId val="2"/>${scaling}<c:axPos val="${place}"/><c:majorGridlines><c:spPr>${thinLine("D9D6CE")}</c:spPr></c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/><c:tickLblPos val="low"/><c:crossAx val="1"/>${unit}</c:valAx>`;

function plotXml(chart: SheetChart): string {
  const series = chart.series.map((one, index) => seriesXml(chart, one, index)).join("");
  const axes = '<c:axId val="1"/><c:axId val="2"/>';
  if (chart.type === "line") {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart><c:dateAx><c:axId val="1"/>${SCALING}<c:axPos val="b"/><c:numFmt formatCode="yyyy\\-mm" sourceLinked="0"/><c:tickLblPos val="${chart.places === undefined ? "low" : "high"}"/><c:crossAx val="2"/><c:auto val="1"/><c:baseTimeUnit val="days"/><c:majorUnit val="2"/><c:majorTimeUnit val="months"/></c:dateAx>${chart.places === undefined ? VALUES("l") : VALUES("l", PLACES(chart.places), '<c:majorUnit val="1"/>')}`;
  }
  const isStacked = chart.type === "stacked-bar";
  return `<c:barChart><c:barDir val="bar"/><c:grouping val="${isStacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${isStacked ? '<c:overlap val="100"/>' : ""}${axes}</c:barChart><c:catAx><c:axId val="1"/>${REVERSED}<c:axPos val="l"/><c:tickLblPos val="low"/><c:crossAx val="2"/></c:catAx>${VALUES("b")}`;
}

function chartXml(chart: SheetChart): string {
  const title = `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr sz="1200" b="1"/><a:t>${escaped(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  return `${SCHEMES.xml}<c:chartSpace xmlns:c="${SCHEMES.chart}" xmlns:a="${SCHEMES.drawing}" xmlns:r="${SCHEMES.relationships}"><c:chart>${title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plotXml(chart)}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="${chart.blanks ?? "gap"}"/></c:chart></c:chartSpace>`;
}

function drawingXml({ columns, headerRow, rows, title, type }: SheetChart): string {
  const height = type === "line" ? 20 : Math.max(12, Math.min(60, Math.ceil(rows * 1.5) + 6));
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `${SCHEMES.xml}<xdr:wsDr xmlns:xdr="${SCHEMES.sheetDrawing}" xmlns:a="${SCHEMES.drawing}"><xdr:twoCellAnchor>${corner("from", columns + 1, headerRow - 1)}${corner("to", columns + 10, headerRow - 1 + height)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escaped(title)}" descr="${escaped(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${SCHEMES.chart}"><c:chart xmlns:c="${SCHEMES.chart}" xmlns:r="${SCHEMES.relationships}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
}

const relationXml = (type: string, target: string) =>
  `${SCHEMES.xml}<Relationships xmlns="${SCHEMES.packageRelationships}"><Relationship Id="rId1" Type="${SCHEMES.relationships}/${type}" Target="${target}"/></Relationships>`;

/** The workbook with a chart of its first sheet, which must have no other drawing and no links. */
export async function withChart(workbook: Buffer, chart: SheetChart): Promise<Buffer> {
  const zip = await JSZip.loadAsync(workbook);
  const read = async (path: string) => {
    const file = zip.file(path);
    if (file === null) throw new Error(`The workbook has no ${path}.`);
    return file.async("string");
  };
  const [sheet, types] = [await read("xl/worksheets/sheet1.xml"), await read("[Content_Types].xml")];
  const parts = [
    ["/xl/drawings/drawing1.xml", SCHEMES.drawingType],
    ["/xl/charts/chart1.xml", SCHEMES.chartType],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  zip.file("[Content_Types].xml", types.replace("</Types>", `${parts.join("")}</Types>`));
  const drawing = `<drawing xmlns:r="${SCHEMES.relationships}" r:id="rId1"/>`;
  zip.file("xl/worksheets/sheet1.xml", sheet.replace("</worksheet>", `${drawing}</worksheet>`));
  zip.file("xl/worksheets/_rels/sheet1.xml.rels", relationXml("drawing", "../drawings/drawing1.xml"));
  zip.file("xl/drawings/drawing1.xml", drawingXml(chart));
  zip.file("xl/drawings/_rels/drawing1.xml.rels", relationXml("chart", "../charts/chart1.xml"));
  zip.file("xl/charts/chart1.xml", chartXml(chart));
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}
