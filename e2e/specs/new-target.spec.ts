// A new target: an invalid form preserves its input, a valid one creates a draft that can be issued and received.
import { chooseOption, expect, signInAs, signOut, speak, standOn, test } from "@/e2e/fixtures";

test("a target is created, issued and received", async ({ page }, info) => {
  // The code sorts between existing ones: other specs check the first and last row of the list.
  const code = info.project.name === "phone" ? "NT-M91" : "NT-M92";
  await speak(page, "zh-CN");
  await standOn(page, "2023-03-15");
  await signInAs(page, "督查室督查员", "/supervision");
  await page.getByRole("link", { name: "新建目标" }).click();
  await page.getByLabel("编号").fill("第一号");
  await page.getByLabel("目标名称").fill("新增示范园区");
  await page.getByLabel("英文名称（可不填）", { exact: true }).fill("New model parks");
  await chooseOption(page, "责任部门", "市科学技术局");
  await page.getByLabel("指标名称").fill("示范园区数");
  await page.getByLabel("指标英文名称（可不填）").fill("Model parks");
  await page.getByLabel("计量单位").fill("片");
  await page.getByLabel("英文单位").fill("parks");
  await page.getByLabel("目标值").fill("12");
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page.getByText("只能使用字母、数字和连字符。")).toBeVisible();
  await expect(page.getByLabel("目标名称")).toHaveValue("新增示范园区");
  await page.getByLabel("编号").fill(code);
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page).toHaveURL(new RegExp(`/targets/${code}$`));
  await expect(page.getByRole("heading", { name: "新增示范园区" })).toBeVisible();

  await page.getByRole("button", { name: `下达 ${code}` }).click();
  await page.getByLabel("依据文件").first().fill("通政发〔2023〕9号");
  await page.getByRole("button", { name: "下达目标", exact: true }).click();
  await expect(page.getByRole("heading", { name: "目标状态 已下达" })).toBeVisible();

  await signOut(page, "zh-CN");
  await signInAs(page, "市科学技术局填报人", `/targets/${code}`);
  await page.getByRole("button", { name: "签收" }).click();
  await expect(page.getByRole("heading", { name: "目标状态 已签收" })).toBeVisible();
  await expect(page.getByText("不少于12片").first()).toBeVisible();
  await speak(page, "en");
  await page.goto(`/targets/${code}`);
  await expect(page.getByText("at least 12 parks").first()).toBeVisible();
  await expect(page.getByText("Unit: parks").filter({ visible: true }).first()).toBeVisible();
});

test("the form shows the fields of the kind, reads the promise back and asks about contradictions", async ({
  page,
}) => {
  await speak(page, "zh-CN");
  await standOn(page, "2023-03-15");
  await signInAs(page, "督查室督查员", "/targets/new");
  const words = page.getByRole("region", { name: "承诺含义" });
  await page.getByRole("radio", { name: /^占比/ }).check();
  await page.getByLabel("计量单位").fill("%");
  await page.getByLabel("目标值").fill("95");
  await page.getByLabel("评定方式").selectOption({ label: "每一期都须达标" });
  await expect(words).toContainText("至2023年12月31日，每一期都须不少于95%，有一期未达到即未兑现");
  await expect(words.getByRole("listitem").filter({ hasText: "76%" })).toContainText("严重滞后");
  await expect(words.getByRole("listitem").filter({ hasText: "95%" })).toContainText("正常");

  await page.getByRole("radio", { name: /^累计/ }).check();
  await page.getByLabel("比较方式").selectOption({ label: "左右" });
  await expect(page.getByLabel("允许偏差")).toBeVisible();
  await expect(page.getByLabel("评定方式")).toHaveValue("latest");
  await page.getByLabel("计划进度", { exact: true }).selectOption({ label: "分期计划值" });
  await page.getByLabel("2023年3月31日", { exact: true }).fill("20");
  await page.getByLabel("2023年6月30日", { exact: true }).fill("45");
  await expect(words).toContainText("2023年6月30日");

  await page.getByLabel("比较方式").selectOption({ label: "不超过" });
  await expect(words).toContainText("比较方式与指标方向相反");
  await page.getByRole("button", { name: "保存为拟定" }).click();
  await expect(page.getByText("只能使用字母、数字和连字符。")).toBeVisible();
  await page.getByRole("radio", { name: /^里程碑/ }).check();
  await expect(page.getByLabel("目标值")).toBeHidden();
  const steps = page.getByLabel("节点名称").filter({ visible: true });
  await expect(steps).toHaveCount(2);
  await page.getByRole("button", { name: "添加节点" }).click();
  await expect(steps).toHaveCount(3);
  await expect(page.getByLabel("节点计划日期").filter({ visible: true }).last()).toBeFocused();
});
