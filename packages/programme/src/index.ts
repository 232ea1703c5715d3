export {calendarDay} from "./calendar-day.ts";
export * from "./columns.ts";
export {computeSuivi} from "./compute-suivi.ts";
export {filterPlan} from "./filter-plan.ts";
export * from "./plan.ts";
export * from "./plan-fault.ts";
export {type PlanContext, readPlan} from "./read-plan.ts";
export * from "./suivi.ts";
export {writePlan} from "./write-plan.ts";
