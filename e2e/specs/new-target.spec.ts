// A new target: an invalid form preserves its input, a valid one creates a draft that can be issued and received.
import { chooseOption, expect, signInAs, speak, standOn, test } from "@/e2e/fixtures";

test("a target is created, issued and received", async ({ page }, info) => {
  // The code sorts between existing ones: other specs check the first and last row of the list.
  const code = info.project.name === "phone" ? "NT-M91" : "NT-M92";
  await speak(page, "zh-CN");
  await standOn(page, "2023-03-15");
  await signInAs(page, "督查室督查员", "zh-CN", "/supervision");
  await page.getByRole("link", { name: "新建目标" }).click();
  await page.getByLabel("编号").fill("第一号");
  await page.getByLabel("目标名称").fill("新增示范园区");
  await page.getByLabel("英文名称（可不填）", { exact: true }).fill("New model parks");
  await chooseOption(page, "责任部门", "市科学技术局");
  await page.getByLabel("指标名称").fill("示范园区数");
  await page.getByLabel("指标英文名称（可不填）").fill("Model parks");
  await page.getByLabel("计量单位").fill("个");
  await page.getByLabel("目标值").fill("12");
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page.getByText("只能使用字母、数字和连字符。")).toBeVisible();
  await expect(page.getByLabel("目标名称")).toHaveValue("新增示范园区");
  await page.getByLabel("编号").fill(code);
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page).toHaveURL(new RegExp(`/targets/${code}$`));
  await expect(page.getByRole("heading", { name: "新增示范园区" })).toBeVisible();

  await page.getByText("下达目标").first().click();
  await page.getByLabel("依据文件").first().fill("通政发〔2023〕9号");
  await page.getByRole("button", { name: "下达目标" }).click();
  await expect(page.getByRole("heading", { name: "目标状态 已下达" })).toBeVisible();

  await page.getByRole("button", { name: "退出" }).click();
  await signInAs(page, "市科学技术局填报人", "zh-CN", `/targets/${code}`);
  await page.getByRole("button", { name: "签收" }).click();
  await expect(page.getByRole("heading", { name: "目标状态 已签收" })).toBeVisible();
});
