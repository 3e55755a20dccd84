-- What all instances on one database must share, as marks of it: the secret that signs sessions, and the file storage.
CREATE TABLE "deployment" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "secret_mark" TEXT,
    "files_mark" TEXT,

    CONSTRAINT "deployment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "deployment_is_one" CHECK ("id" = 1)
);
INSERT INTO "deployment" ("id") VALUES (1);
