import { tour } from "./tour.mjs";

console.log(`job ${await tour(process.argv[2])}`);
