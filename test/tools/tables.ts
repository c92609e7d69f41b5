import type { Table } from "../../src/knowledge/packs/table.ts";

const rowsOf = (columns: readonly string[], lines: string): Table["rows"] =>
  lines
    .trim()
    .split("\n")
    .map((line) => Object.fromEntries(line.split("|").map((cell, at) => [columns[at] ?? "", cell.trim()])));

const table = (name: string, source: string, header: string, lines: string): Table => {
  const columns = header.split(",");
  return { name, columns, rows: rowsOf(columns, lines), source, checkedOn: "2026-11-23" };
};

/** Rates as the law's annex has them. */
export const BRACKETS = table(
  "income-tax-brackets",
  "个人所得税法 第三条",
  "from_yuan,to_yuan,rate_percent,quick_deduction_yuan",
  `0|36000|3|0
   36000|144000|10|2520
   144000|300000|20|16920
   300000|420000|25|31920
   420000|660000|30|52920
   660000|960000|35|85920
   960000||45|181920`,
);

export const DEDUCTIONS = table(
  "income-tax-deductions",
  "个人所得税法 第六条",
  "item_zh,item_en,monthly_yuan,note_zh,note_en",
  `子女教育|Children's education|2000|每个子女|each child
   3岁以下婴幼儿照护|Care of a child under 3|2000|每个孩子|each child
   赡养老人（独生子女）|Elderly parents (only child)|3000|满60岁|aged 60
   赡养老人（非独生子女）|Elderly parents (with siblings)|1500|分摊|shared
   继续教育（学历）|Further education (degree)|400|最长48个月|48 months at most
   住房贷款利息|Mortgage interest|1000|首套房|first home
   住房租金（直辖市、省会、计划单列市）|Rent (provincial capitals)|1500|没有自有住房|no home of one's own
   住房租金（其他城市）|Rent (other cities)|800|没有自有住房|no home of one's own
   大病医疗|Serious illness||超过15000元的部分|above 15000`,
);

export const HOTLINES = table(
  "hotlines",
  "各主管部门",
  "number,name_zh,name_en,for_zh,for_en",
  `120|医疗急救|Ambulance|急病、受伤|illness, injury
   12345|政务服务便民热线|Government service hotline|咨询、投诉|questions, complaints
   12366|纳税缴费服务热线|Tax hotline|个税、发票|tax, invoices`,
);
