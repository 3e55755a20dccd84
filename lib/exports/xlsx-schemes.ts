// The namespaces and content types of ECMA-376 for a chart in a workbook.
const BASE = "http://schemas.openxmlformats.org";
const TYPES = "application/vnd.openxmlformats-officedocument";

export const SCHEMES = {
  xml: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  chart: `${BASE}/drawingml/2006/chart`,
  drawing: `${BASE}/drawingml/2006/main`,
  sheetDrawing: `${BASE}/drawingml/2006/spreadsheetDrawing`,
  relationships: `${BASE}/officeDocument/2006/relationships`,
  packageRelationships: `${BASE}/package/2006/relationships`,
  drawingType: `${TYPES}.drawing+xml`,
  chartType: `${TYPES}.drawingml.chart+xml`,
} as const;
