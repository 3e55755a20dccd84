// Prisma's own schema engine, as WebAssembly, over a driver adapter: no native binary is downloaded.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";

type EngineModule = typeof import("@prisma/schema-engine-wasm") & { __wbg_set_wasm(exports: unknown): void };

function reportPanic(message: string): void {
  console.error(`guatu: the schema engine stopped: ${message}`);
}

/**
 * On globalThis, because a module may be loaded more than once in a process, while the package's glue code is loaded once:
 * a second instance would use what the glue keeps of the first, and stop.
 */
const holder = globalThis as typeof globalThis & { guatuSchemaEngine?: Promise<EngineModule> };

async function loadEngineModule(): Promise<EngineModule> {
  // The package's entry imports the .wasm file as a module, which Node 20 does not support: instantiate it manually.
  const require = createRequire(import.meta.url);
  const gluePath = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg" as string)) as EngineModule;
  const bytes = await readFile(join(dirname(gluePath), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return glue;
}

/** An engine for the database behind `factory`. Call `free()` when done. */
export async function openSchemaEngine(factory: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  holder.guatuSchemaEngine ??= loadEngineModule();
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: reportPanic } });
  const { SchemaEngine: Engine } = await holder.guatuSchemaEngine;
  return Engine.new({ datamodels: undefined }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}
