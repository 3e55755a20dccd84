-- AlterTable
ALTER TABLE "bulletin_template" ADD COLUMN     "office_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_template_office_id_key" ON "bulletin_template"("office_id");

-- AddForeignKey
ALTER TABLE "bulletin_template" ADD CONSTRAINT "bulletin_template_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
