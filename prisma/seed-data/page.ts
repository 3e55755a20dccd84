// The newspaper page with all the commitments. Its text was transcribed by newspaper column, so the essays interleaved;
// here each is whole. One transcription error in the subtitle is corrected: a stray "and" for 和.
import { commerceEssay } from "@/prisma/seed-data/essays/commerce";
import { haimenEssay } from "@/prisma/seed-data/essays/haimen";
import { hitechEssay } from "@/prisma/seed-data/essays/hitech";
import { schoolEssay } from "@/prisma/seed-data/essays/school";
import { scienceEssay } from "@/prisma/seed-data/essays/science";
import { transportEssay } from "@/prisma/seed-data/essays/transport";
import type { SeedSource } from "@/prisma/seed-data/types";

export const seedSource: SeedSource = {
  key: "nantong-daily-321",
  title: "砥砺政治品格 锤炼过硬本领 为全面推进中国式现代化南通新实践注入强劲动能",
  titleEn:
    "Temper Political Character, Forge Solid Skills, and Give Strong Momentum to Nantong's New Practice of Chinese Modernisation",
  subtitle: "——学习贯彻习近平新时代中国特色社会主义思想和党的二十大精神专题研讨班调研体悟(二)",
  subtitleEn:
    "Findings from a study class on Xi Jinping Thought on Socialism with Chinese Characteristics for a New Era and the spirit of the 20th Party Congress (II)",
  publisher: "南通日报",
  publisherEn: "Nantong Daily",
  issueNumber: "321",
  year: 2023,
  essays: [scienceEssay, commerceEssay, schoolEssay, transportEssay, hitechEssay, haimenEssay],
};
