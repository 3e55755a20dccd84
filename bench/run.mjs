// npm run bench: the product's speed and size; npm run bench -- forecast: the calibration of the forecast.
if (process.argv.includes("forecast")) await import("./forecast.ts");
else await import("./product.mjs");
