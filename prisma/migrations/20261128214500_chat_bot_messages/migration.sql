-- One word for the bots of group chats in code, events and texts.
ALTER TABLE "site_setting" RENAME COLUMN "robot_messages" TO "chat_bot_messages";
