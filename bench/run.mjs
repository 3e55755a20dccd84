// npm run bench: the product's speed and size; npm run bench -- forecast: the calibration of the forecast.
await import(process.argv.includes("forecast") ? "./forecast.ts" : "./product.mjs");
