import {createWorld} from "./index.ts";
import {readFileSync} from "node:fs";
const w = await createWorld({projectRoot:"/work/main"});
for (const n of ["latent.intensite","latent.coefficient","latent.effectif","world.emploi_commune_ape_large"]) {
 const p=JSON.parse((await w.all<any>("explain (analyze, format json) " + readFileSync(`../simulate/world/${n.replace(".","/")}.sql`,"utf8")))[0].explain_value);
 const walk=(o:any,d:number)=>{ if ((o.operator_timing??0)>0.15) console.log(n, " ".repeat(d), o.operator_name||o.operator_type, o.operator_timing.toFixed(2), o.operator_cardinality, String(o.extra_info?.Groups??"")); for(const c of o.children??[]) walk(c,d+1)};
 console.log(n, p.latency, p.cpu_time); walk(p,0);
}
w.close();
