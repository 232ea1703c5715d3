import {readdirSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {DataError, type Indicator} from "@observatoire/catalog";
import {indicatorFolder} from "./folders.ts";

/**
 * Gathers the declarations by reading `models/indicator`: a new indicator is three new files and no other edit.
 * @throws DataError CHECK when a file declares no indicator, or one whose id is not the name of the file.
 */
export async function readIndicators(folder = indicatorFolder): Promise<Indicator[]> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const exported = Object.values(
        (await import(pathToFileURL(join(folder, name)).href)) as Record<string, unknown>
      );
      const indicator = exported.find(isIndicator);
      if (!indicator || `${indicator.id}.ts` !== name) {
        throw new DataError("CHECK", {
          where: `models/indicator/${name}`,
          expected: `un indicateur « ${name.replace(/\.ts$/, "")} » déclaré par defineIndicator`,
          found: indicator ? `« ${indicator.id} »` : "aucune déclaration",
          action: "donner au fichier et à l'indicateur le même nom"
        });
      }
      return indicator;
    })
  );
}

function isIndicator(value: unknown): value is Indicator {
  return typeof value === "object" && value !== null && "id" in value && "aggregation" in value;
}

/** The catalogue, sorted by id. */
export const indicators: readonly Indicator[] = await readIndicators();
