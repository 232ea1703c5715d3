import PptxGenJS from "pptxgenjs";

// Its types are those of a CommonJS module and its code is an ES module: the class is under `default` for one only.
type Library = typeof PptxGenJS.default;

export type Deck = InstanceType<Library>;
export type Slide = PptxGenJS.default.Slide;
export type TextOptions = PptxGenJS.default.TextPropsOptions;
export type TableRow = PptxGenJS.default.TableRow;
export type Border = PptxGenJS.default.BorderProps;

export function createDeck(): Deck {
  const Class = (PptxGenJS.default ?? PptxGenJS) as unknown as Library;
  return new Class();
}
