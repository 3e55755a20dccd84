// A target is split: the sum of the parts is checked while they are typed, and more than the whole needs a reason. The
// whole still counts once.
import { chooseOption, expect, signInAs, speak, standOn, test, word } from "@/e2e/fixtures";

test("the parts of a target are checked against the whole, and count with it", async ({ page }) => {
  const code = "NT-M94";
  await speak(page, "zh-CN");
  await standOn(page, "2023-03-15");
  await signInAs(page, "督查室督查员", "/targets/new");
  await page.getByLabel("编号").fill(code);
  await page.getByLabel("目标名称").fill("新建充电桩");
  await page.getByLabel("英文名称（可不填）", { exact: true }).fill("New charging points");
  await chooseOption(page, "责任部门", "市科学技术局");
  await page.getByLabel("指标名称").fill("充电桩数");
  await page.getByLabel("指标英文名称（可不填）").fill("Charging points");
  await page.getByLabel("计量单位").fill("个");
  await page.getByLabel("目标值").fill("100");
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page).toHaveURL(new RegExp(`/targets/${code}$`));

  await page.goto(`/targets/${code}/split`);
  const first = page.getByRole("group", { name: "第 1 部分" });
  const second = page.getByRole("group", { name: "第 2 部分" });
  const sum = page.getByText("分解合计");
  const parts = page.getByRole("group", { name: /^第 \d+ 部分$/ });
  await expect(parts).toHaveCount(2);
  await expect(page.getByRole("button", { name: /^删除/ })).toHaveCount(0);
  await first.getByLabel("目标值").fill("60");
  await expect(sum).toHaveText("分解合计60个，比本目标少40个。");
  await second.getByLabel("目标值").fill("40");
  await expect(sum).toHaveText("分解合计100个，与本目标一致。");
  // A part is added with the keyboard, and removing the second one moves the third up.
  await page.getByRole("button", { name: "添加一部分" }).press("Enter");
  await expect(parts).toHaveCount(3);
  await expect(parts.last().getByRole("combobox", { name: "责任部门" })).toBeFocused();
  await parts.last().getByLabel("目标值").fill("45");
  await expect(sum).toHaveText("分解合计145个，超出本目标45个。");
  await page.getByRole("button", { name: "删除 2" }).click();
  await expect(parts).toHaveCount(2);
  await expect(second.getByLabel("目标值")).toHaveValue("45");
  await expect(sum).toHaveText("分解合计105个，超出本目标5个。");
  await second.getByLabel("目标值").fill("55.5");
  await expect(sum).toHaveText("分解合计115.5个，超出本目标15.5个。");
  await second.getByLabel("目标值").fill("55");
  await chooseOption(first, "责任部门", "市交通运输局");
  await chooseOption(second, "责任部门", "市科学技术局");
  const button = page.getByRole("button", { name: "分解", exact: true });
  await button.click();
  await expect(page.getByText("分解合计超出本目标。请填写理由，或修改各部分的目标值。")).toBeVisible();
  await page.getByLabel("超出本目标的理由").fill("预留余量");
  await button.click();
  await expect(page.getByText(word("zh-CN", "form.done"))).toBeVisible();

  await page.goto(`/targets/${code}`);
  await expect(page.getByText("超出理由：预留余量")).toBeVisible();
  await page.goto(`/targets?q=${code}`);
  await expect(page.getByRole("status").first()).toContainText("共1项");
  await page.getByRole("link", { name: "一并列出" }).click();
  await expect(page.getByRole("status").first()).toContainText("其中分解目标2项");

  await page.goto(`/targets/${code}`);
  await page.getByRole("link", { name: "充电桩数" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "充电桩数" })).toBeVisible();
  await expect(page.getByRole("link", { name: `${code} 新建充电桩` })).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("the form shows enough parts", async ({ page }) => {
    await speak(page, "zh-CN");
    await page.goto("/sign-in?next=/targets/NT-T02/split");
    await page.getByRole("button", { name: "督查室督查员", exact: true }).click();
    await expect(page.getByRole("group", { name: "第 16 部分" })).toBeVisible();
    await expect(page.getByRole("button", { name: "添加一部分" })).toBeHidden();
  });
});
