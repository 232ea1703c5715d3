import type {Dialect, SourceFile} from "@observatoire/catalog";

/** A stock as INSEE publishes it on data.gouv: parquet, or the same columns as CSV in a zip. */
export interface Stock {
  /** `StockEtablissement`: start of the producer's file names. */
  name: string;
  /** data.gouv resources, by the ids that every month keeps. */
  parquet: string;
  zip: string;
  delimiter?: "," | ";";
}

type StockForms = Required<Pick<SourceFile, "transport" | "fileName" | "dialect" | "forms">>;

const resource = (id: string) => ({kind: "datagouv-ressource", resource: id}) as const;

/**
 * The three forms of a stock, parquet first: the national CSV is slow to read.
 * Names: « StockEtablissement_utf8.parquet », « stock-stocketablissement-parquet.parquet », an extract « …_utf8.meaux.csv ».
 */
export function declareStock({name, parquet, zip, delimiter = ","}: Stock): StockForms {
  const fileName = (extension: string) =>
    `^(?:stock-)?${name}(?:[_-](?:sirene_pour_etudes_statistiques|utf8|parquet|csv|zip))*(?:\\.[\\w-]+)*\\.${extension}$`;
  // Les guillemets se doublent et la barre oblique inverse est un caractère comme un autre.
  const csv: Dialect = {format: "csv", delimiter, encoding: "utf-8", quote: '"'};
  return {
    transport: resource(parquet),
    fileName: fileName("parquet"),
    dialect: {format: "parquet"},
    forms: [
      {
        transport: resource(zip),
        fileName: fileName("zip"),
        wrapping: [{kind: "zip", entry: `(?:^|/)${name}(?:_[\\w-]*)?\\.csv$`}],
        dialect: csv
      },
      {fileName: fileName("csv"), dialect: csv}
    ]
  };
}
