import {listForms, readDialect, type SourceFile, type SourceModule} from "@observatoire/catalog";
import {modules} from "../../src/modules.ts";

/** One file of one source in one of the layouts it is published in: a form without a dialect of its own adds nothing. */
export interface Contract {
  name: string;
  module: SourceModule;
  /** The form, as `inspectFile` takes it. */
  file: SourceFile;
  /** The declaration with all its forms, as `registerRaw` takes it, and the rank of this one. */
  declared: SourceFile;
  form: number;
}

/** Every contract of the registry. */
export const contracts: readonly Contract[] = modules.flatMap((module) =>
  module.source.files.flatMap((declared) => {
    const seen = new Set<string>();
    return listForms(declared).flatMap((file, form) => {
      const layout = JSON.stringify(readDialect(file));
      if (seen.has(layout)) return [];
      seen.add(layout);
      const name = `${module.source.id}/${declared.id} (${file.dialect.format}${form > 0 ? `, forme ${form + 1}` : ""})`;
      return [{name, module, file: {...file, rows: {min: 1, max: 1_000}}, declared, form}];
    });
  })
);

export const isText = ({file}: Contract): boolean => readDialect(file).format === "csv";

/** Contours are read by the pages of the site, from the archived file: no raw view, no staging. */
export const isMapOnly = ({file}: Contract): boolean => file.dialect.format === "geojson";
