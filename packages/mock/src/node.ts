export { openDatabase } from "./storage/open-database.ts";
