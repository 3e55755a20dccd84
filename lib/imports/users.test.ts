import { describe, expect, it } from "vitest";
import { type KnownUser, planUsers } from "@/lib/imports/users";

const KNOWN: readonly KnownUser[] = [
  {
    email: "ming@example.gov.cn",
    name: "张小明",
    officeRole: null,
    memberships: [{ department: "transport", role: "reporter" }],
    isDisabled: false,
    isOneself: false,
  },
  { email: "gone@example.gov.cn", name: "离任", officeRole: null, memberships: [], isDisabled: true, isOneself: false },
  {
    email: "admin@example.gov.cn",
    name: "管理",
    officeRole: "administrator",
    memberships: [],
    isDisabled: false,
    isOneself: true,
  },
];
const DEPARTMENTS = [
  { slug: "transport", name: "市交通运输局", nameEn: "Transport Bureau", formerNames: ["市交通局"] },
  { slug: "haimen", name: "海门区", nameEn: "Haimen District", formerNames: [] },
];

type Cells = readonly [name: string, email: string, department: string, role: string];
const plan = (rows: readonly Cells[]) =>
  planUsers(
    rows.map(([name, email, department, role], index) => ({
      line: index + 2,
      columns: { name: 0, email: 1, department: 2, role: 3 },
      values: { name, email, department, role },
    })),
    { users: KNOWN, departments: DEPARTMENTS },
  );
const outcomes = (rows: readonly Cells[]) =>
  plan(rows).lines.map(({ outcome, why, problems = [] }) => [
    outcome,
    ...(why === null ? [] : [why]),
    ...problems.map(({ cell, kind }) => `${cell} ${kind}`),
  ]);

describe("planUsers", () => {
  it("creates accounts, renames and adds roles; departments are named by code, name or former name", () => {
    const { lines, entries } = plan([
      ["李雷", "Lei@example.gov.cn", "haimen", "填报人"],
      ["李雷", "lei@example.gov.cn", "市交通局", "Reviewer"],
      ["张明", "ming@example.gov.cn", "Transport Bureau", "填报"],
      ["张明", "ming@example.gov.cn", "海门区", "审核人"],
      ["王督", "wang@example.gov.cn", "", "督查员"],
    ]);
    expect(lines.map(({ outcome, was }) => [outcome, was])).toEqual([
      ["added", null],
      ["added", null],
      ["changed", "张小明 · transport · reporter"],
      ["changed", "张小明 · transport · reporter"],
      ["added", null],
    ]);
    expect(entries).toEqual([
      { name: "李雷", email: "lei@example.gov.cn", department: "haimen", role: "reporter" },
      { name: "李雷", email: "lei@example.gov.cn", department: "transport", role: "reviewer" },
      { name: "张明", email: "ming@example.gov.cn", department: "transport", role: "reporter" },
      { name: "张明", email: "ming@example.gov.cn", department: "haimen", role: "reviewer" },
      { name: "王督", email: "wang@example.gov.cn", department: null, role: "supervisor" },
    ]);
  });

  it("writes nothing for a line that says what is there", () => {
    const { lines, entries } = plan([
      ["张小明", "ming@example.gov.cn", "transport", "reporter"],
      ["管理", "admin@example.gov.cn", "", "administrator"],
    ]);
    expect([lines.map(({ outcome }) => outcome), entries]).toEqual([["same", "same"], []]);
  });

  it("names every cell at fault", () => {
    expect(
      outcomes([
        ["", "no address", "无此局", "局长"],
        ["李雷", "", "", ""],
        ["李雷", "lei@example.gov.cn", "", "填报人"],
        ["李雷", "lei@example.gov.cn", "haimen", "督查员"],
        ["x".repeat(101), "lei@example.gov.cn", "haimen", "填报人"],
      ]),
    ).toEqual([
      ["refused", "A2 no-person", "B2 not-an-email", "C2 no-such-department", "D2 not-a-role"],
      ["refused", "B3 no-email", "D3 no-role"],
      ["refused", "C4 role-needs-department"],
      ["refused", "C5 role-of-office"],
      ["refused", "A6 person-too-long"],
    ]);
  });

  it("rejects what contradicts an account or an earlier line", () => {
    expect(
      outcomes([
        ["张小明", "ming@example.gov.cn", "transport", "审核人"],
        ["离任", "gone@example.gov.cn", "transport", "审核人"],
        ["管理", "admin@example.gov.cn", "transport", "审核人"],
        ["李雷", "lei@example.gov.cn", "haimen", "填报人"],
        ["韩梅", "lei@example.gov.cn", "transport", "填报人"],
        ["李雷", "lei@example.gov.cn", "haimen", "审核人"],
        ["李雷", "lei@example.gov.cn", "haimen", "填报人"],
        ["李雷", "lei@example.gov.cn", "", "读者"],
        ["李雷", "lei@example.gov.cn", "", "督查员"],
      ]),
    ).toEqual([
      ["refused", "D2 both-roles"],
      ["refused", "B3 disabled-account"],
      ["refused", "B4 own-account"],
      ["added"],
      ["refused", "A6 two-names"],
      ["refused", "D7 both-roles"],
      ["refused", "twice"],
      ["added"],
      ["refused", "D10 two-offices"],
    ]);
  });
});
