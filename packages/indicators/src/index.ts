export {type BuildIndicatorsOptions, buildIndicators} from "./build-indicators.ts";
export {type Dimension, dimensions} from "./dimensions.ts";
export {type FillOptions, fillMart} from "./fill-mart.ts";
export {checkRoots, indicatorFolder, modelRoots} from "./folders.ts";
export {readLevelsBelow} from "./grain.ts";
export {indicators, readIndicators} from "./read-indicators.ts";
export {frameModels, type ModelNode, readSources, readUpstream} from "./read-sources.ts";
